package io.tributary.sandbox.aws.sts;

import io.tributary.sandbox.aws.Caller;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS: tells a caller who it is. */
public final class StsFake implements StsClient {
  private final Caller caller;

  public StsFake(Caller caller) {
    this.caller = caller;
  }

  @Override
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
    return GetCallerIdentityResponse.builder()
        .account(caller.account())
        .arn("arn:aws:iam::" + caller.account() + ":user/sandbox")
        .userId("AIDA" + caller.accessKeyId().substring(4))
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
