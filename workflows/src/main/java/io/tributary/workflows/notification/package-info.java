@NullMarked
package io.tributary.workflows.notification;

import org.jspecify.annotations.NullMarked;
