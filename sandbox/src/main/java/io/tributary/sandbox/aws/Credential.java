package io.tributary.sandbox.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a signature says about its call. The signature itself is not verified.
 *
 * @param accessKeyId who signed
 * @param service for which service
 */
record Credential(String accessKeyId, String service) {
  private static final Pattern HEADER = Pattern.compile("Credential=([^,\\s]+)");

  /** Reads the Authorization header or the parameters of a presigned address. */
  static Optional<Credential> of(HttpCall call) {
    return call.header("Authorization")
        .flatMap(
            header -> {
              var matcher = HEADER.matcher(header);
              return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
            })
        .or(() -> Optional.ofNullable(call.query().get("X-Amz-Credential")))
        .flatMap(Credential::parse)
        .or(() -> presignedByBoto(call));
  }

  /** boto3 presigns addresses of S3 with signature version 2 unless it is told otherwise. */
  private static Optional<Credential> presignedByBoto(HttpCall call) {
    return Optional.ofNullable(call.query().get("AWSAccessKeyId"))
        .map(key -> new Credential(key, "s3"));
  }

  private static Optional<Credential> parse(String scope) {
    var parts = scope.split("/"); // key/date/region/service/aws4_request
    return parts.length == 5 ? Optional.of(new Credential(parts[0], parts[3])) : Optional.empty();
  }
}
