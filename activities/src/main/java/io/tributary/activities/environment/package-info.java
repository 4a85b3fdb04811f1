@NullMarked
package io.tributary.activities.environment;

import org.jspecify.annotations.NullMarked;
