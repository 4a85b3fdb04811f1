/** The sandbox in tests: started as a separate process, steered by a typed client. */
@NullMarked
package io.tributary.sandbox.junit;

import org.jspecify.annotations.NullMarked;
