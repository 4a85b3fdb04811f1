package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.HttpCall;
import java.util.List;
import java.util.Map;

/**
 * A call of S3, taken apart.
 *
 * @param call the call
 * @param bucket bucket of the path; empty for the list of all
 * @param key key of the path; empty for the bucket itself
 * @param query its parameters
 */
record S3Request(HttpCall call, String bucket, String key, Map<String, String> query) {
  private static final List<String> SIGNATURE_2 = List.of("AWSAccessKeyId", "Signature", "Expires");

  static S3Request of(HttpCall call) {
    var path = call.path().substring(1);
    int slash = path.indexOf('/');
    return new S3Request(
        call,
        slash < 0 ? path : path.substring(0, slash),
        slash < 0 ? "" : path.substring(slash + 1),
        call.query());
  }

  boolean has(String parameter) {
    return query.containsKey(parameter);
  }

  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  /** The operation's name in the API, or what was asked for when the sandbox does not know it. */
  String operation() {
    if (bucket.isEmpty()) {
      return call.method().equals("GET") ? "ListBuckets" : unknown();
    }
    return key.isEmpty() ? bucketOperation() : objectOperation();
  }

  private String bucketOperation() {
    return switch (call.method()) {
      case "PUT" -> hasOnly("") ? "CreateBucket" : unknown();
      case "HEAD" -> "HeadBucket";
      case "DELETE" -> hasOnly("") ? "DeleteBucket" : unknown();
      case "POST" -> has("delete") ? "DeleteObjects" : unknown();
      case "GET" ->
          has("location")
              ? "GetBucketLocation"
              : parameter("list-type").equals("2") ? "ListObjectsV2" : unknown();
      default -> unknown();
    };
  }

  private String objectOperation() {
    boolean upload = has("uploadId");
    return switch (call.method()) {
      case "PUT" ->
          upload
              ? "UploadPart"
              : call.header("x-amz-copy-source").isPresent() ? "CopyObject" : "PutObject";
      case "GET" -> hasOnly("versionId") ? "GetObject" : unknown();
      case "HEAD" -> "HeadObject";
      case "DELETE" -> upload ? "AbortMultipartUpload" : "DeleteObject";
      case "POST" ->
          has("uploads") ? "CreateMultipartUpload" : upload ? "CompleteMultipartUpload" : unknown();
      default -> unknown();
    };
  }

  /** Whether no parameter asks for a sub-resource such as {@code ?acl}, or only this one. */
  private boolean hasOnly(String allowed) {
    return query.keySet().stream()
        .allMatch(
            name ->
                name.equals(allowed)
                    || name.equals("x-id")
                    || name.startsWith("X-Amz-")
                    || name.startsWith("response-")
                    || SIGNATURE_2.contains(name));
  }

  private String unknown() {
    return call.method() + " " + String.join(",", query.keySet());
  }
}
