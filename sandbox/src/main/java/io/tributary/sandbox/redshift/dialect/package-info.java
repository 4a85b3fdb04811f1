@NullMarked
package io.tributary.sandbox.redshift.dialect;

import org.jspecify.annotations.NullMarked;
