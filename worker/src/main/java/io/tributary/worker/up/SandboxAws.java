package io.tributary.worker.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Points the AWS SDK at the sandbox with its ordinary settings, so that the code that runs is the
 * one that runs against AWS.
 */
public final class SandboxAws {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "AWS_ENDPOINT_URL", "aws.endpointUrl",
          "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
          "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey",
          "AWS_REGION", "aws.region");

  private SandboxAws() {}

  /**
   * Sets this process's system properties, which the SDK prefers to environment variables: real
   * credentials of the person's shell are never sent to the sandbox, and its are never sent to AWS.
   */
  public static void useInThisProcess(Path state) throws IOException {
    SandboxFile.variables(state)
        .forEach(
            (name, value) -> {
              String property = PROPERTIES.get(name);
              if (property != null) {
                System.setProperty(property, value);
              }
            });
  }

  /** Makes a child's environment hermetic: the sandbox's settings and nobody else's. */
  public static void useInChild(Path state, Map<String, String> variables) throws IOException {
    variables.keySet().removeIf(name -> name.startsWith("AWS_"));
    variables.put("AWS_CONFIG_FILE", "/dev/null");
    variables.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    variables.putAll(SandboxFile.variables(state));
  }
}
