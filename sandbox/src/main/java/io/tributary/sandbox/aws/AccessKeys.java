package io.tributary.sandbox.aws;

import java.util.Map;
import java.util.Optional;

/** The access keys that exist, and their accounts. */
public final class AccessKeys {
  /** The key of the sandbox's own account. */
  public static final String DEFAULT = "AKIASANDBOX000000000";

  /** A key of an account that owns nothing here, for trying what wrong credentials do. */
  public static final String OTHER = "AKIAOTHERACCOUNT0000";

  private static final String OTHER_ACCOUNT = "999988887777";

  private final Map<String, String> accounts;

  public AccessKeys(String account) {
    this.accounts = Map.of(DEFAULT, account, OTHER, OTHER_ACCOUNT);
  }

  Optional<Caller> caller(String accessKeyId) {
    return Optional.ofNullable(accounts.get(accessKeyId))
        .map(account -> new Caller(accessKeyId, account));
  }
}
