@NullMarked
package io.tributary.worker.metrics;

import org.jspecify.annotations.NullMarked;
