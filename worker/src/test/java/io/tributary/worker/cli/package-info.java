@NullMarked
package io.tributary.worker.cli;

import org.jspecify.annotations.NullMarked;
