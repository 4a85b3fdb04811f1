/** How the SDK's records travel: JSON 1.1 and Query. */
@NullMarked
package io.tributary.sandbox.aws.protocol;

import org.jspecify.annotations.NullMarked;
