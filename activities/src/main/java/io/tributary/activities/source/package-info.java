@NullMarked
package io.tributary.activities.source;

import org.jspecify.annotations.NullMarked;
