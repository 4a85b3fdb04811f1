/** Reconciliation as activities: one table at a time, and the report. */
@NullMarked
package io.tributary.activities.reconciliation;

import org.jspecify.annotations.NullMarked;
