package io.tributary.sandbox.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** A running sandbox, as its state folder describes it. */
public final class SandboxHandle {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode description;
  private final Map<String, String> environment;

  private SandboxHandle(Path folder, JsonNode description, Map<String, String> environment) {
    this.folder = folder;
    this.description = description;
    this.environment = environment;
  }

  /**
   * Reads {@code sandbox.json} and {@code sandbox.env} of a sandbox that is ready.
   *
   * @param folder the state folder
   */
  public static SandboxHandle read(Path folder) {
    try {
      Map<String, String> environment = new LinkedHashMap<>();
      for (String line : Files.readAllLines(folder.resolve("sandbox.env"))) {
        int equals = line.indexOf('=');
        environment.put(line.substring(0, equals), line.substring(equals + 1));
      }
      var description = JSON.readTree(Files.readAllBytes(folder.resolve("sandbox.json")));
      return new SandboxHandle(folder, description, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The state folder. */
  public Path folder() {
    return folder;
  }

  /** {@code sandbox.json} as it stands. */
  public JsonNode json() {
    return description;
  }

  /** The AWS variables of {@code sandbox.env}. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The address of all AWS services. */
  public URI aws() {
    return URI.create(description.path("aws").asText());
  }

  /** Account of the default access key. */
  public String account() {
    return description.path("account").asText();
  }

  /** Region of everything. */
  public String region() {
    return description.path("region").asText();
  }

  /** {@code host:port} of Temporal; empty when the sandbox runs none. */
  public Optional<String> temporalAddress() {
    return Optional.ofNullable(description.path("temporal").path("address").textValue());
  }

  /** Process of the sandbox. */
  public ProcessHandle process() {
    long pid = description.path("pid").asLong();
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new IllegalStateException("The sandbox " + pid + " has ended"));
  }

  /** Steers faults and clock, counts calls. */
  public SandboxControl control() {
    return new SandboxControl(aws());
  }

  /** JDBC address, with user and password, of the PostgreSQL under the warehouse. */
  public String warehouseJdbc() {
    return jdbc(description.path("warehouse").path("psql").asText());
  }

  /** JDBC address, with an administrator's user and password, of a source such as aurora. */
  public String sourceJdbc(String source) {
    return jdbc(description.path("sources").path(source).path("psql").asText());
  }

  /** What really started and ended in the warehouse so far, in order. */
  public List<Execution> executions() {
    return Execution.readAll(folder.resolve("executions.jsonl"));
  }

  /** Points a builder of the SDK at the sandbox, with the default access key. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    var credentials =
        AwsBasicCredentials.create(
            environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
            environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""));
    return builder
        .endpointOverride(aws())
        .region(Region.of(region()))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }

  private static String jdbc(String psql) {
    var uri = URI.create(psql);
    var user = uri.getRawUserInfo();
    int colon = user.indexOf(':');
    return "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
        .formatted(
            uri.getHost(),
            uri.getPort(),
            uri.getRawPath(),
            user.substring(0, colon),
            user.substring(colon + 1));
  }
}
