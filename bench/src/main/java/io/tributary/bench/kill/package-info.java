/** Kills the worker with SIGKILL and counts what was lost or repeated. */
@NullMarked
package io.tributary.bench.kill;

import org.jspecify.annotations.NullMarked;
