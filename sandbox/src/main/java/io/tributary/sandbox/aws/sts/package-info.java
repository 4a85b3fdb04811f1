/** STS: who is calling. */
@NullMarked
package io.tributary.sandbox.aws.sts;

import org.jspecify.annotations.NullMarked;
