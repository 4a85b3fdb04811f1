@NullMarked
package io.tributary.activities.statement;

import org.jspecify.annotations.NullMarked;
