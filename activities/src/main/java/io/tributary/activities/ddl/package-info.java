@NullMarked
package io.tributary.activities.ddl;

import org.jspecify.annotations.NullMarked;
