@NullMarked
package io.tributary.workflows.environment;

import org.jspecify.annotations.NullMarked;
