@NullMarked
package io.tributary.workflows.job;

import org.jspecify.annotations.NullMarked;
