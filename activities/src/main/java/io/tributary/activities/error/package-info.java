@NullMarked
package io.tributary.activities.error;

import org.jspecify.annotations.NullMarked;
