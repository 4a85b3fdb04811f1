package io.tributary.sandbox.aws;

import io.tributary.sandbox.aws.protocol.JsonProtocol;
import io.tributary.sandbox.aws.protocol.QueryProtocol;
import io.tributary.sandbox.aws.protocol.Refusals;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.WireProtocol;
import io.tributary.sandbox.aws.s3.S3Answers;
import io.tributary.sandbox.aws.s3.S3Refusals;
import io.tributary.sandbox.aws.s3.S3Store;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the calls of AWS clients: finds the service by the signature, and turns errors around.
 */
public final class AwsAnswers implements HttpAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(AwsAnswers.class);

  private final WireProtocol json = new JsonProtocol();
  private final WireProtocol query = new QueryProtocol();
  private final Refusals rest = new S3Refusals();
  private final Authority authority;
  private final SdkAnswers sdk;
  private final S3Answers s3;

  public AwsAnswers(Authority authority, AwsServices services, S3Store objects, CallGate gate) {
    this.authority = authority;
    this.sdk = new SdkAnswers(authority, services, gate);
    this.s3 = new S3Answers(objects, gate);
  }

  @Override
  public Optional<Answer> answer(HttpCall call) throws InterruptedException {
    var requestId = UUID.randomUUID().toString();
    var credential = Credential.of(call).orElse(null);
    var protocol = call.header("X-Amz-Target").isPresent() ? json : query;
    boolean isS3 = credential != null && credential.service().equals("s3");
    Refusals refusals = isS3 ? rest : protocol;
    try {
      if (credential == null) {
        throw unsigned();
      }
      return isS3
          ? s3(call, credential, requestId)
          : sdk.answer(call, credential, protocol, requestId);
    } catch (WireError e) {
      return Optional.of(refusals.error(e, requestId));
    } catch (IOException | RuntimeException e) {
      LOG.warn("The sandbox itself failed in {} {}", call.method(), call.path(), e);
      var failure =
          refusals.failed(
              "The sandbox itself failed; its log says more: " + e.getClass().getName());
      return Optional.of(refusals.error(failure, requestId));
    }
  }

  private Optional<Answer> s3(HttpCall call, Credential credential, String requestId)
      throws IOException, InterruptedException {
    var unused = authority.admit(credential, call.method(), rest);
    return s3.answer(call).map(answer -> answer.with("x-amz-request-id", requestId));
  }

  private static WireError unsigned() {
    return new WireError(
        403,
        "MissingAuthenticationToken",
        "Missing Authentication Token: sign the call with the keys of sandbox.env");
  }
}
