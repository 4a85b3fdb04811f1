package io.tributary.sandbox.aws.protocol;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/** How calls, answers and errors of one family of services look on the wire. */
public interface WireProtocol extends Refusals {
  /** The operation's name, such as {@code ExecuteStatement}. */
  String operation(HttpCall call);

  /** Fills the builder of the operation's request from the call. */
  void read(HttpCall call, SdkPojo builder);

  /** Writes what the fake returned. */
  Answer answer(String operation, SdkPojo response, String requestId);
}
