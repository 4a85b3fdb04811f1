@NullMarked
package io.tributary.sandbox.postgres;

import org.jspecify.annotations.NullMarked;
