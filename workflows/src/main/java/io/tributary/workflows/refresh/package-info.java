@NullMarked
package io.tributary.workflows.refresh;

import org.jspecify.annotations.NullMarked;
