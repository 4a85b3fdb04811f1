package io.tributary.sandbox.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a killed process leaves in a data directory: a running server, its pid file, a lock. */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path data;

  Leftovers(Path data) {
    this.data = data;
  }

  /** Stops an orphaned server of this data directory and removes the files that block a start. */
  void remove() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      List<String> lines = Files.readAllLines(pidFile);
      if (lines.size() > 1 && Path.of(lines.get(1).trim()).equals(data)) {
        ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
            .filter(Leftovers::isPostgres)
            .ifPresent(Leftovers::stop);
      }
      Files.deleteIfExists(pidFile);
    }
    Files.deleteIfExists(data.resolve("epg-lock"));
  }

  /** A pid may have been given to somebody else meanwhile. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(name -> name.contains("postgres")).isPresent();
  }

  private static void stop(ProcessHandle process) {
    // SIGTERM alone would wait for every client, for instance somebody's psql.
    List<ProcessHandle> backends = process.children().toList();
    process.destroy();
    backends.forEach(ProcessHandle::destroy);
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
