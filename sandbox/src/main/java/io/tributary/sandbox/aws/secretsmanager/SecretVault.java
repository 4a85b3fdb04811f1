package io.tributary.sandbox.aws.secretsmanager;

import java.util.Optional;

/** The secrets that Secrets Manager serves, as the sandbox's own parts see them. */
public interface SecretVault {
  /**
   * Creates a secret unless it exists; one that exists keeps its value, which somebody may have
   * rotated.
   *
   * @param name such as {@code tributary/sandbox/aurora}
   * @param suffix the six characters that end the ARN
   * @param value text of the first version
   * @return the ARN
   */
  String ensure(String name, String suffix, String value);

  /** The value with the stage AWSCURRENT; empty when there is no such secret. */
  Optional<String> current(String name);
}
