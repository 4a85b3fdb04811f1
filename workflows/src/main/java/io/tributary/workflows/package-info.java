@NullMarked
package io.tributary.workflows;

import org.jspecify.annotations.NullMarked;
