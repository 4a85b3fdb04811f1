package io.tributary.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.sandbox.aws.AccessKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code sandbox.json} and {@code sandbox.env}: how programs find a sandbox that is ready. Both are
 * there only while it is, and only their owner can read them.
 */
final class SandboxFiles {
  private static final String JSON = "sandbox.json";
  private static final String ENV = "sandbox.env";

  private final StateDirectory state;

  SandboxFiles(StateDirectory state) {
    this.state = state;
  }

  /** Writes both; {@code sandbox.json} last, so that who sees it finds the other one too. */
  void write(SandboxOptions options, Map<String, Object> description) throws IOException {
    state.writePrivately(ENV, env(options, description).getBytes(StandardCharsets.UTF_8));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("pid", ProcessHandle.current().pid());
    all.put("account", options.account());
    all.put("region", options.region());
    all.putAll(description);
    state.writePrivately(
        JSON, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
  }

  void delete() {
    try {
      Files.deleteIfExists(state.resolve(JSON));
      Files.deleteIfExists(state.resolve(ENV));
    } catch (IOException e) {
      // A file that stays names a pid that is gone, and the next start replaces it.
    }
  }

  private static String env(SandboxOptions options, Map<String, Object> description) {
    var secret = new byte[30];
    new SecureRandom().nextBytes(secret);
    return """
        AWS_ENDPOINT_URL=%s
        AWS_ACCESS_KEY_ID=%s
        AWS_SECRET_ACCESS_KEY=%s
        AWS_REGION=%s
        AWS_DEFAULT_REGION=%s
        """
        .formatted(
            description.get("aws"),
            AccessKeys.DEFAULT,
            Base64.getEncoder().encodeToString(secret),
            options.region(),
            options.region());
  }
}
