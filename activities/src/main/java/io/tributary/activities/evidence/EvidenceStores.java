package io.tributary.activities.evidence;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens the evidence store that the specification or a command names. */
public final class EvidenceStores {
  private static final Pattern S3 =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?(.*)");

  private EvidenceStores() {}

  /**
   * Opens a store.
   *
   * @param location {@code s3://bucket/prefix}, or the path of a folder, relative to the working
   *     directory
   * @param s3 gives the client, asked only where a bucket is named
   */
  public static EvidenceStore open(String location, Supplier<S3Client> s3) {
    Matcher bucket = S3.matcher(location);
    if (bucket.matches()) {
      String prefix = bucket.group(2).replaceAll("/+$", "");
      return new S3Evidence(s3.get(), bucket.group(1), prefix);
    }
    if (location.isBlank() || location.matches("[A-Za-z0-9+.-]{2,}:.*")) {
      throw invalid(location);
    }
    try {
      return new FolderEvidence(Path.of(location));
    } catch (InvalidPathException e) {
      throw invalid(location);
    }
  }

  private static RuntimeException invalid(String location) {
    return Failures.of(
        ErrorCode.INPUT_INVALID,
        "'" + location + "' is no place for evidence: give s3://bucket/prefix or a folder");
  }
}
