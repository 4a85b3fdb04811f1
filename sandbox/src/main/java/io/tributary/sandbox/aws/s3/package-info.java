/** S3 over its REST protocol, path style, objects in files. */
@NullMarked
package io.tributary.sandbox.aws.s3;

import org.jspecify.annotations.NullMarked;
