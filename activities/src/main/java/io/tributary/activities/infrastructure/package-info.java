@NullMarked
package io.tributary.activities.infrastructure;

import org.jspecify.annotations.NullMarked;
