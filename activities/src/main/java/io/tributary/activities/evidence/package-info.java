@NullMarked
package io.tributary.activities.evidence;

import org.jspecify.annotations.NullMarked;
