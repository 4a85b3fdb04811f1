/** Secrets Manager with true version stages. */
@NullMarked
package io.tributary.sandbox.aws.secretsmanager;

import org.jspecify.annotations.NullMarked;
