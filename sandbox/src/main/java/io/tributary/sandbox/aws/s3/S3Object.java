package io.tributary.sandbox.aws.s3;

import java.time.Instant;
import java.util.Map;

/**
 * An object as S3 knows it.
 *
 * @param key its key
 * @param file name of the file with its bytes, in the bucket's folder
 * @param size bytes
 * @param etag with its quotes
 * @param modified when it was put
 * @param headers headers given back as they were put: content type, {@code x-amz-meta-…}
 * @param checksums {@code x-amz-checksum-…} headers, given back when asked for
 */
record S3Object(
    String key,
    String file,
    long size,
    String etag,
    Instant modified,
    Map<String, String> headers,
    Map<String, String> checksums) {}
