@NullMarked
package io.tributary.activities.notification;

import org.jspecify.annotations.NullMarked;
