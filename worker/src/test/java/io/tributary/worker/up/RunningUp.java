package io.tributary.worker.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code up} as a process of its own, as a person runs it. */
final class RunningUp implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path ROOT = Path.of(System.getProperty("tributary.root"));

  private final Process process;
  private final Path output;

  private RunningUp(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it on the in-process server, or with what the variables say. */
  static RunningUp start(Path state, Path output, Map<String, String> variables, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(Jvm.command());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dtributary.home=" + ROOT, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("io.tributary.worker.Main", "up", "--offline", "--state"));
    command.add(state.toString());
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(variables);
    return new RunningUp(builder.start(), output);
  }

  long pid() {
    return process.pid();
  }

  /** Waits for its end and returns the exit code. */
  int await() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(this::text).isTrue();
    return process.exitValue();
  }

  /** Waits until it has printed a line. */
  String awaitLine(Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = !process.isAlive();
      for (String line : lines()) {
        if (wanted.test(line)) {
          return line;
        }
      }
      assertThat(ended).as(this::text).isFalse();
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("the line did not come:\n" + text());
  }

  List<String> lines() {
    return text().lines().toList();
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Asks it to stop, as a closed terminal or a supervisor does. */
  void terminate() {
    process.toHandle().destroy();
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
