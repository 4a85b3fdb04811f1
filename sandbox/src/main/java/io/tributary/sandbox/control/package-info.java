/** What tests do to a running sandbox, below {@code /_sandbox/}. */
@NullMarked
package io.tributary.sandbox.control;

import org.jspecify.annotations.NullMarked;
