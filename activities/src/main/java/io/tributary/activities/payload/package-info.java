/** How values become payloads of Temporal and how they are read again. */
@NullMarked
package io.tributary.activities.payload;

import org.jspecify.annotations.NullMarked;
