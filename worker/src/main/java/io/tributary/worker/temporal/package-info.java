/** The connection to Temporal and what has to hold on the server. */
@NullMarked
package io.tributary.worker.temporal;

import org.jspecify.annotations.NullMarked;
