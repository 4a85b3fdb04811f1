package io.tributary.worker.up;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that {@code up} started: its output goes to a log file and to a listener. */
final class Child {
  private final Process process;
  private final Thread reader;
  private volatile String lastLine = "";

  private Child(Process process, Path log, Consumer<String> listener) {
    this.process = process;
    this.reader =
        Thread.ofVirtual()
            .name("output of " + log.getFileName())
            .unstarted(() -> copy(log, listener));
  }

  /** Starts the process; its standard error goes where its output goes. */
  static Child start(ProcessBuilder builder, Path log, Consumer<String> listener)
      throws IOException {
    Child child = new Child(builder.redirectErrorStream(true).start(), log, listener);
    child.reader.start();
    return child;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end of the process and of its output, and returns the exit code. */
  int await() throws InterruptedException {
    int code = process.waitFor();
    reader.join(Duration.ofSeconds(2));
    return code;
  }

  /** Returns the last line of its output: where it failed, the sentence that says why. */
  String lastLine() {
    return lastLine;
  }

  /** Asks it to end; kills it when it has not within the patience. */
  void stop(Duration patience) {
    // Not Process.destroy(), which closes the pipe: the last lines of a clean stop would be lost.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Path log, Consumer<String> listener) {
    try (BufferedReader lines = process.inputReader();
        BufferedWriter file =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        file.write(line);
        file.newLine();
        file.flush();
        if (!line.isBlank()) {
          lastLine = line;
        }
        listener.accept(line);
      }
    } catch (IOException e) {
      lastLine = "its output could not be kept in " + log + ": " + e.getMessage();
    }
  }
}
