@NullMarked
package io.tributary.activities.catalogue;

import org.jspecify.annotations.NullMarked;
