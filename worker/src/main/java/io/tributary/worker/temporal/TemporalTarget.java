package io.tributary.worker.temporal;

import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.tributary.worker.UserMistake;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/**
 * Where Temporal is.
 *
 * @param profile address, namespace, TLS and API key
 * @param origin where the address comes from, for messages: {@code TEMPORAL_ADDRESS}
 */
public record TemporalTarget(ClientConfigProfile profile, String origin) {
  private static final String DEFAULT_ADDRESS = "127.0.0.1:7233";

  /** Returns whether the standard variables say where Temporal is. */
  public static boolean isConfigured(Map<String, String> variables) {
    return variables.containsKey("TEMPORAL_ADDRESS")
        || variables.containsKey("TEMPORAL_CONFIG_FILE")
        || variables.containsKey("TEMPORAL_PROFILE");
  }

  /**
   * Reads the standard variables ({@code TEMPORAL_ADDRESS}, {@code TEMPORAL_NAMESPACE}, {@code
   * TEMPORAL_TLS_…}, {@code TEMPORAL_API_KEY}, {@code TEMPORAL_PROFILE} …) and the configuration
   * file they name.
   *
   * @param namespace used where none is configured
   * @throws UserMistake when the file cannot be read or the profile does not exist
   */
  public static TemporalTarget configured(Map<String, String> variables, String namespace) {
    ClientConfigProfile profile;
    try {
      profile =
          ClientConfigProfile.load(
              LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(variables).build());
    } catch (IOException | RuntimeException e) {
      throw new UserMistake("the Temporal configuration cannot be read: " + e.getMessage(), e);
    }
    String address = Objects.requireNonNullElse(profile.getAddress(), DEFAULT_ADDRESS);
    String chosen = Objects.requireNonNullElse(profile.getNamespace(), namespace);
    return new TemporalTarget(
        profile.toBuilder().setAddress(address).setNamespace(chosen).build(),
        profile.getAddress() == null ? "the default address" : "the TEMPORAL_… settings");
  }

  /** Names a server on this machine, without TLS. */
  public static TemporalTarget local(String address, String namespace, String origin) {
    return new TemporalTarget(
        ClientConfigProfile.newBuilder().setAddress(address).setNamespace(namespace).build(),
        origin);
  }

  /** Returns {@code host:port}. */
  public String address() {
    return Objects.requireNonNull(profile.getAddress());
  }

  /** Returns the namespace. */
  public String namespace() {
    return Objects.requireNonNull(profile.getNamespace());
  }
}
