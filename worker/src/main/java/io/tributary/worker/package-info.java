/** The long-lived process: wiring, registration, start and drain. */
@NullMarked
package io.tributary.worker;

import org.jspecify.annotations.NullMarked;
