@NullMarked
package io.tributary.worker.up;

import org.jspecify.annotations.NullMarked;
