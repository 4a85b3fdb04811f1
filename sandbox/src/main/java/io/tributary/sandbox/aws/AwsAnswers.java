package io.tributary.sandbox.aws;

import io.tributary.sandbox.aws.protocol.JsonProtocol;
import io.tributary.sandbox.aws.protocol.Operation;
import io.tributary.sandbox.aws.protocol.QueryProtocol;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.WireProtocol;
import io.tributary.sandbox.trouble.Conditions;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the calls of AWS clients: finds service and operation, calls the fake. */
public final class AwsAnswers implements HttpAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(AwsAnswers.class);

  private final AccessKeys keys;
  private final String account;
  private final AwsServices services;
  private final CallGate gate;
  private final WireProtocol json = new JsonProtocol();
  private final WireProtocol query = new QueryProtocol();

  public AwsAnswers(
      String account, AwsServices services, Conditions conditions, CallCounts counts) {
    this.keys = new AccessKeys(account);
    this.account = account;
    this.services = services;
    this.gate = new CallGate(conditions, counts);
  }

  @Override
  public Optional<Answer> answer(HttpCall call) throws InterruptedException {
    var requestId = UUID.randomUUID().toString();
    var protocol = call.header("X-Amz-Target").isPresent() ? json : query;
    try {
      return answer(call, protocol, requestId);
    } catch (WireError e) {
      return Optional.of(protocol.error(e, requestId));
    } catch (RuntimeException e) {
      LOG.warn("The sandbox itself failed in {}", protocol.operation(call), e);
      var failure =
          protocol.failed(
              "The sandbox itself failed; its log says more: " + e.getClass().getSimpleName());
      return Optional.of(protocol.error(failure, requestId));
    }
  }

  private Optional<Answer> answer(HttpCall call, WireProtocol protocol, String requestId)
      throws InterruptedException {
    var credential =
        Credential.of(call)
            .orElseThrow(
                () ->
                    new WireError(
                        403,
                        "MissingAuthenticationToken",
                        "Missing Authentication Token: sign the call with the keys of sandbox.env"));
    var caller = keys.caller(credential.accessKeyId()).orElseThrow(protocol::unknownCaller);
    var service =
        services
            .find(credential.service())
            .orElseThrow(() -> Operation.unknown(credential.service(), protocol.operation(call)));
    var operation = Operation.find(service, protocol.operation(call));
    refuseStrangers(caller, credential.service(), protocol.operation(call));
    var request = operation.newRequest();
    protocol.read(call, request);
    var passing =
        new CallGate.Passing(
            credential.service(), protocol.operation(call), Operation.sql(request), protocol);
    return gate.pass(
        passing,
        () -> protocol.answer(passing.operation(), operation.call(request, caller), requestId));
  }

  /** Another account owns nothing here; only STS answers it. */
  private void refuseStrangers(Caller caller, String service, String operation) {
    if (!caller.account().equals(account) && !service.equals("sts")) {
      throw new WireError(
          400,
          "AccessDeniedException",
          "User: arn:aws:iam::%s:user/sandbox is not authorized to perform: %s:%s"
              .formatted(caller.account(), service, operation));
    }
  }
}
