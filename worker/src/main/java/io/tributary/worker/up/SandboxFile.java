package io.tributary.worker.up;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox writes to {@code sandbox.json} once everything it plays is ready. The {@code
 * psql} addresses hold passwords of databases on loopback; they are printed for people and logged
 * nowhere.
 *
 * @param pid the process id of the sandbox
 * @param aws the endpoint of every AWS service
 * @param account the account of the default credentials
 * @param region the region
 * @param temporal the Temporal server, absent where another one is used
 * @param warehouse the PostgreSQL under the warehouse
 * @param sources the PostgreSQL under each source
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SandboxFile(
    long pid,
    String aws,
    String account,
    String region,
    @Nullable Temporal temporal,
    Warehouse warehouse,
    SortedMap<String, Source> sources) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * The Temporal server that the sandbox started.
   *
   * @param address {@code host:port}
   * @param kind {@code dev-server} or {@code in-process}
   * @param ui the address of its web UI, null where there is none
   */
  public record Temporal(String address, String kind, @Nullable String ui) {}

  /**
   * The PostgreSQL underneath the warehouse.
   *
   * @param workgroup the workgroup's name in the Data API
   * @param database the database's name
   * @param psql the address of its superuser
   */
  public record Warehouse(
      @JsonProperty("WorkgroupName") String workgroup,
      @JsonProperty("Database") String database,
      String psql) {}

  /**
   * A source.
   *
   * @param engine the kind of database
   * @param host where it listens
   * @param port where it listens
   * @param database its name
   * @param secretArn the secret with the login of a reader
   * @param psql the address of its administrator
   */
  public record Source(
      String engine, String host, int port, String database, String secretArn, String psql) {}

  /** Reads the file; empty while there is none. */
  public static Optional<SandboxFile> read(Path state) throws IOException {
    Path file = state.resolve("sandbox.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), SandboxFile.class));
    } catch (JacksonException e) {
      throw new IOException(file + " is not what the sandbox writes", e);
    }
  }

  /** Reads the AWS variables of {@code sandbox.env}. */
  public static Map<String, String> variables(Path state) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : Files.readAllLines(state.resolve("sandbox.env"))) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        variables.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
      }
    }
    return variables;
  }
}
