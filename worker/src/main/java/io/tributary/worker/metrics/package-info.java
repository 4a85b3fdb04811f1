/** Health, Prometheus metrics and the error metric. */
@NullMarked
package io.tributary.worker.metrics;

import org.jspecify.annotations.NullMarked;
