package io.tributary.activities.evidence;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Evidence in a bucket. S3 shows an object whole or not at all, so a kill leaves no half file. */
public final class S3Evidence implements EvidenceStore {
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "html", "text/html; charset=utf-8",
              "json", "application/json",
              "csv", "text/csv; charset=utf-8",
              "sql", "text/plain; charset=utf-8"));

  private final S3Client s3;
  private final String bucket;
  private final String prefix;

  /**
   * Makes the store; the bucket must exist.
   *
   * @param s3 the client; stays the caller's to close
   * @param bucket the bucket
   * @param prefix what stands before every path, without slashes at its ends; may be empty
   */
  public S3Evidence(S3Client s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix.isEmpty() ? "" : EvidencePath.checked(prefix) + "/";
  }

  @Override
  public void write(String path, byte[] content) {
    String key = key(path);
    try {
      s3.putObject(
          put -> put.bucket(bucket).key(key).contentType(type(path)),
          RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw unusable("written", key, e);
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    String key = key(path);
    try {
      return Optional.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw unusable("read", key, e);
    }
  }

  @Override
  public List<String> list(String folder) {
    String below = folder.isEmpty() ? prefix : key(folder) + "/";
    try {
      return s3
          .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(below))
          .contents()
          .stream()
          .map(S3Object::key)
          .map(key -> key.substring(prefix.length()))
          .sorted()
          .toList();
    } catch (SdkException e) {
      throw unusable("listed", below, e);
    }
  }

  @Override
  public String location(String path) {
    return "s3://" + bucket + "/" + key(path);
  }

  private String key(String path) {
    return prefix + EvidencePath.checked(path);
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private ApplicationFailure unusable(String verb, String key, SdkException e) {
    String why =
        e instanceof AwsServiceException service && service.awsErrorDetails() != null
            ? service.awsErrorDetails().errorCode()
                + ", "
                + service.awsErrorDetails().errorMessage()
            : String.valueOf(e.getMessage());
    return Failures.of(
        ErrorCode.EVIDENCE_UNWRITABLE,
        "s3://" + bucket + "/" + key + " cannot be " + verb + ": " + why);
  }
}
