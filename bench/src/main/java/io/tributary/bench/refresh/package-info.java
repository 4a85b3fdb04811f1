/** Measures the refresh as its user meets it: wall time, calls, memory. */
@NullMarked
package io.tributary.bench.refresh;

import org.jspecify.annotations.NullMarked;
