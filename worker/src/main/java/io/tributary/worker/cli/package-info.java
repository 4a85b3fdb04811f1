/** The command line, one file a command. */
@NullMarked
package io.tributary.worker.cli;

import org.jspecify.annotations.NullMarked;
