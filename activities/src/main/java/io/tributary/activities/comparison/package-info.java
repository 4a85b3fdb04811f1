/**
 * Compares one table on two engines exactly, moving as little as possible. Knows neither Temporal
 * nor AWS: both sides are reached through {@link io.tributary.activities.comparison.Side}.
 */
@NullMarked
package io.tributary.activities.comparison;

import org.jspecify.annotations.NullMarked;
