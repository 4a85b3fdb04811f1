/** Temporal: a real dev server where one can be had, else the in-process server. */
@NullMarked
package io.tributary.sandbox.temporal;

import org.jspecify.annotations.NullMarked;
