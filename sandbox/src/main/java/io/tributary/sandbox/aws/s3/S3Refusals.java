package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.protocol.Refusals;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** S3's errors. */
public final class S3Refusals implements Refusals {
  @Override
  public Answer error(WireError error, String requestId) {
    var xml = new XmlWriter().open("Error").text("Code", error.code());
    xml.text("Message", error.text()).text("RequestId", requestId).close("Error");
    return Answer.of(
        error.status(),
        Map.of("Content-Type", "application/xml", "x-amz-request-id", requestId),
        xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public WireError throttled(String message) {
    return new WireError(503, "SlowDown", message);
  }

  @Override
  public WireError failed(String message) {
    return new WireError(500, "InternalError", message);
  }

  @Override
  public WireError unknownCaller() {
    return new WireError(
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.");
  }

  @Override
  public WireError denied(String message) {
    return new WireError(403, "AccessDenied", message);
  }

  static WireError noSuchBucket() {
    return new WireError(404, "NoSuchBucket", "The specified bucket does not exist");
  }

  static WireError noSuchKey() {
    return new WireError(404, "NoSuchKey", "The specified key does not exist.");
  }

  static WireError noSuchUpload() {
    return new WireError(
        404,
        "NoSuchUpload",
        "The specified upload does not exist. It may have been aborted or completed.");
  }

  static WireError preconditionFailed() {
    return new WireError(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }

  static WireError badDigest(String what) {
    return new WireError(
        400, "BadDigest", "The " + what + " you specified did not match the calculated checksum.");
  }
}
