@NullMarked
package io.tributary.workflows.statement;

import org.jspecify.annotations.NullMarked;
