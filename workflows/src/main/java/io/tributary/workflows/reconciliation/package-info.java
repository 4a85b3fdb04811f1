@NullMarked
package io.tributary.workflows.reconciliation;

import org.jspecify.annotations.NullMarked;
