@NullMarked
package io.tributary.sandbox.dataapi;

import org.jspecify.annotations.NullMarked;
