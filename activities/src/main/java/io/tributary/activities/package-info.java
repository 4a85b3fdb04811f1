@NullMarked
package io.tributary.activities;

import org.jspecify.annotations.NullMarked;
