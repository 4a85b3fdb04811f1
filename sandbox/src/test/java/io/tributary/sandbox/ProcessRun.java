package io.tributary.sandbox;

import io.tributary.sandbox.junit.SandboxHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sandbox as a person runs it: a process on a folder that stays. */
final class ProcessRun implements AutoCloseable {
  private final Process process;
  private final Path folder;
  private final Path output;

  private ProcessRun(Process process, Path folder, Path output) {
    this.process = process;
    this.folder = folder;
    this.output = output;
  }

  static ProcessRun start(Path folder, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Sandbox.class.getName(), "--state", folder.toString()));
    command.addAll(Arrays.asList(more));
    var output = Files.createTempFile("sandbox-run", ".out");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ProcessRun(process, folder, output);
  }

  /** Waits until the sandbox is ready; fails with what it printed if it ends before. */
  SandboxHandle ready() throws Exception {
    while (!isReady()) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(printed());
      }
    }
    return SandboxHandle.read(folder);
  }

  /** A killed sandbox leaves its own description behind. */
  private boolean isReady() throws IOException {
    var file = folder.resolve("sandbox.json");
    return Files.exists(file) && Files.readString(file).contains("\"pid\" : " + process.pid());
  }

  /** The processes that work on the folder; PostgreSQL's are not children of the sandbox. */
  List<ProcessHandle> family() {
    return ProcessHandle.allProcesses()
        .filter(other -> other.pid() != process.pid())
        .filter(other -> other.info().commandLine().orElse("").contains(folder.toString()))
        .toList();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The sandbox did not end");
    }
    return process.exitValue();
  }

  String printed() throws IOException {
    return Files.readString(output);
  }

  void terminate() {
    process.destroy();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    Files.deleteIfExists(output);
  }
}
