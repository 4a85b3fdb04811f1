package io.tributary.sandbox.aws.secretsmanager;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tributary.sandbox.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The secrets, kept in {@code secrets.json} of the state folder, which only its owner can read. */
public final class SecretStore implements SecretVault {
  private static final String FILE = "secrets.json";

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private final StateDirectory state;
  private final String arnPrefix;
  private final InstantSource clock;
  private final Map<String, Secret> secrets = new LinkedHashMap<>();

  /**
   * Reads what an earlier sandbox kept.
   *
   * @param arnPrefix such as {@code arn:aws:secretsmanager:us-west-2:111122223333:secret:}
   */
  public SecretStore(StateDirectory state, String arnPrefix, InstantSource clock)
      throws IOException {
    this.state = state;
    this.arnPrefix = arnPrefix;
    this.clock = clock;
    var file = state.resolve(FILE);
    if (Files.exists(file)) {
      List<Secret> kept =
          json.readValue(Files.readAllBytes(file), new TypeReference<List<Secret>>() {});
      kept.forEach(secret -> secrets.put(secret.name(), secret));
    }
  }

  @Override
  public synchronized String ensure(String name, String suffix, String value) {
    var existing = secrets.get(name);
    if (existing != null) {
      return existing.arn();
    }
    var now = clock.instant();
    var id = UUID.randomUUID().toString();
    var version = new SecretVersion(id, value, null, now, List.of());
    var secret =
        new Secret(
            name, arnPrefix + name + "-" + suffix, null, now, now, null, Map.of(), List.of());
    put(secret.plus(version).move(Secret.CURRENT, id, now));
    return secret.arn();
  }

  @Override
  public synchronized Optional<String> current(String name) {
    return find(name).flatMap(secret -> secret.staged(Secret.CURRENT)).map(SecretVersion::text);
  }

  /** Finds a secret by its name, its ARN, or its ARN without the last seven characters. */
  synchronized Optional<Secret> find(String id) {
    return secrets.values().stream().filter(secret -> secret.isNamed(id)).findFirst();
  }

  synchronized List<Secret> all() {
    return new ArrayList<>(secrets.values());
  }

  String arn(String name, String suffix) {
    return arnPrefix + name + "-" + suffix;
  }

  /** Adds or replaces a secret; it is on disk when this returns. */
  synchronized void put(Secret secret) {
    secrets.put(secret.name(), secret);
    save();
  }

  /** Changes a secret while nobody else does; whatever the change throws leaves it as it was. */
  synchronized Secret change(Secret secret, UnaryOperator<Secret> change) {
    var changed = change.apply(secrets.getOrDefault(secret.name(), secret));
    put(changed);
    return changed;
  }

  synchronized void remove(Secret secret) {
    secrets.remove(secret.name());
    save();
  }

  private void save() {
    try {
      state.writePrivately(FILE, json.writeValueAsBytes(all()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
