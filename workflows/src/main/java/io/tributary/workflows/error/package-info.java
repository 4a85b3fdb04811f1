@NullMarked
package io.tributary.workflows.error;

import org.jspecify.annotations.NullMarked;
