package io.tributary.sandbox.aws;

import io.tributary.sandbox.aws.protocol.Refusals;
import io.tributary.sandbox.aws.protocol.WireError;

/** Decides who may call: every known key may ask STS, the sandbox's own account anything. */
public final class Authority {
  private final AccessKeys keys;
  private final String account;

  /**
   * @param account the account that owns everything here
   */
  public Authority(String account) {
    this.keys = new AccessKeys(account);
    this.account = account;
  }

  /**
   * The caller of a signed call.
   *
   * @throws WireError if the key is unknown, or its account may not do this
   */
  Caller admit(Credential credential, String operation, Refusals refusals) {
    var caller = keys.caller(credential.accessKeyId()).orElseThrow(refusals::unknownCaller);
    if (!caller.account().equals(account) && !credential.service().equals("sts")) {
      throw refusals.denied(
          "User: arn:aws:iam::%s:user/sandbox is not authorized to perform: %s:%s"
              .formatted(caller.account(), credential.service(), operation));
    }
    return caller;
  }
}
