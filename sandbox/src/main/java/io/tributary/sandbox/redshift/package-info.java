@NullMarked
package io.tributary.sandbox.redshift;

import org.jspecify.annotations.NullMarked;
