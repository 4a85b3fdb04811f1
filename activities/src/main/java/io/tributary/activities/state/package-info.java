@NullMarked
package io.tributary.activities.state;

import org.jspecify.annotations.NullMarked;
