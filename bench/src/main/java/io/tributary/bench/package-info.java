@NullMarked
package io.tributary.bench;

import org.jspecify.annotations.NullMarked;
