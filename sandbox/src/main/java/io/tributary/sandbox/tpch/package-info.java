@NullMarked
package io.tributary.sandbox.tpch;

import org.jspecify.annotations.NullMarked;
