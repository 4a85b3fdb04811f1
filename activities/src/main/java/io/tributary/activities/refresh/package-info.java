@NullMarked
package io.tributary.activities.refresh;

import org.jspecify.annotations.NullMarked;
