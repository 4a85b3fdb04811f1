/** The supervisor behind {@code tributary up} and its demonstration. */
@NullMarked
package io.tributary.worker.up;

import org.jspecify.annotations.NullMarked;
