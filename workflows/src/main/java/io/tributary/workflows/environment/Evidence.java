package io.tributary.workflows.environment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where reports and published specifications are kept. Takes effect when a worker starts; what was
 * written before stays where it is.
 *
 * @param store {@code s3://bucket/prefix}, or a folder, relative to the working directory. Workers
 *     of one environment must share it.
 * @param kmsKey The key that encrypts the bucket's files. Absent: the bucket's own.
 * @param retention How long files are kept. A shorter time than an audit asks for is reported.
 */
public record Evidence(
    @Default(".tributary/evidence") @Format(TextFormat.STORE) String store,
    @Format(TextFormat.KMS_KEY) @Nullable String kmsKey,
    @Default("400d") @Limits(min = "1d", max = "3653d") Duration retention) {}
