package io.tributary.worker.up;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up.json} says while {@code up} runs: what a program needs to talk to it.
 *
 * @param temporal {@code host:port}
 * @param ui the address of Temporal's web UI, absent where there is none
 * @param namespace the namespace
 * @param taskQueue the queue on which workflows are started
 * @param aws the endpoint that plays every AWS service; the credentials are in {@code sandbox.env}
 * @param temporalKind {@code external}, {@code dev-server} or {@code in-process}
 * @param warehouse where the Data API finds the warehouse
 * @param sources the sources by name
 * @param evidence the folder of the evidence
 * @param health the worker's health address
 * @param metrics the worker's Prometheus address
 * @param workerPid the process id of the worker; another one after a restart
 * @param sandboxPid the process id of the sandbox
 * @param version the version of this format
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpFile(
    String temporal,
    @Nullable String ui,
    String namespace,
    String taskQueue,
    String aws,
    String temporalKind,
    Warehouse warehouse,
    SortedMap<String, Source> sources,
    String evidence,
    String health,
    String metrics,
    long workerPid,
    long sandboxPid,
    int version) {
  /** The version of the format that is written. */
  public static final int VERSION = 1;

  private static final String NAME = "up.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * The warehouse, with the Data API's own words.
   *
   * @param WorkgroupName the workgroup
   * @param Database the database
   */
  @SuppressWarnings("checkstyle:MemberName") // the names of the Data API's parameters
  public record Warehouse(String WorkgroupName, String Database) {}

  /**
   * A source database.
   *
   * @param engine the kind of database
   * @param host where it listens
   * @param port where it listens
   * @param database its name
   * @param secretArn the secret with its login
   */
  public record Source(String engine, String host, int port, String database, String secretArn) {}

  /** Returns what a state folder says; empty when nothing runs there. */
  public static Optional<UpFile> read(Path state) throws IOException {
    Path file = state.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      UpFile read = JSON.readValue(Files.readAllBytes(file), UpFile.class);
      boolean alive = ProcessHandle.of(read.sandboxPid()).map(ProcessHandle::isAlive).orElse(false);
      return alive ? Optional.of(read) : Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(file + " is not what \"up\" writes: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes the file whole: a reader sees the old one or the new one. */
  public void write(Path state) throws IOException {
    Path draft = state.resolve(NAME + ".new");
    Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(
        draft,
        state.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes the file: nothing runs here any more. */
  public static void remove(Path state) throws IOException {
    Files.deleteIfExists(state.resolve(NAME));
  }

  /** Returns a copy for another worker process. */
  public UpFile withWorker(WorkerFile worker) {
    return new UpFile(
        temporal,
        ui,
        namespace,
        taskQueue,
        aws,
        temporalKind,
        warehouse,
        sources,
        evidence,
        worker.health(),
        worker.metrics(),
        worker.pid(),
        sandboxPid,
        version);
  }
}
