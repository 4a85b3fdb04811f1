/** What the rules must find. */
@NullMarked
package io.tributary.workflows.rules.bad;

import org.jspecify.annotations.NullMarked;
