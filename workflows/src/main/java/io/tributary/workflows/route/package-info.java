@NullMarked
package io.tributary.workflows.route;

import org.jspecify.annotations.NullMarked;
