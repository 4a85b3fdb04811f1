/** What goes wrong, and how fast time passes. */
@NullMarked
package io.tributary.sandbox.trouble;

import org.jspecify.annotations.NullMarked;
