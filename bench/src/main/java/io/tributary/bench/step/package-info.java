/** Measures what a step costs that does nothing. */
@NullMarked
package io.tributary.bench.step;

import org.jspecify.annotations.NullMarked;
