/** Renders values as HTML, JSON and CSV; everything is escaped unless it cannot be otherwise. */
@NullMarked
package io.tributary.activities.report;

import org.jspecify.annotations.NullMarked;
