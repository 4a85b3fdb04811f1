@NullMarked
package io.tributary.workflows.catalogue;

import org.jspecify.annotations.NullMarked;
