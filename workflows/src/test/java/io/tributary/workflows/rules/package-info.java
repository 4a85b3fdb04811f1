/** The rules of workflow code, and their proof. */
@NullMarked
package io.tributary.workflows.rules;

import org.jspecify.annotations.NullMarked;
