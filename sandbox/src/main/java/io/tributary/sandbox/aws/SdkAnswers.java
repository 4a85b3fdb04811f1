package io.tributary.sandbox.aws;

import io.tributary.sandbox.aws.protocol.Operation;
import io.tributary.sandbox.aws.protocol.WireProtocol;
import java.util.Optional;

/** Answers calls through the fakes that implement the SDK's client interfaces. */
final class SdkAnswers {
  private final Authority authority;
  private final AwsServices services;
  private final CallGate gate;

  SdkAnswers(Authority authority, AwsServices services, CallGate gate) {
    this.authority = authority;
    this.services = services;
    this.gate = gate;
  }

  Optional<Answer> answer(
      HttpCall call, Credential credential, WireProtocol protocol, String requestId)
      throws InterruptedException {
    var name = protocol.operation(call);
    var caller = authority.admit(credential, name, protocol);
    var service =
        services
            .find(credential.service())
            .orElseThrow(() -> Operation.unknown(credential.service(), name));
    var operation = Operation.find(service, name);
    var request = operation.newRequest();
    protocol.read(call, request);
    var passing =
        new CallGate.Passing(credential.service(), name, Operation.sql(request), protocol);
    return gate.pass(
        passing, () -> protocol.answer(name, operation.call(request, caller), requestId));
  }
}
