/** AWS over HTTP: one adapter serves every typed fake. */
@NullMarked
package io.tributary.sandbox.aws;

import org.jspecify.annotations.NullMarked;
