package io.tributary.sandbox.junit;

import io.tributary.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sandbox as a separate process that belongs to this one and ends with it, however it ends. */
public final class SandboxProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final SandboxHandle handle;
  private final Thread hook;

  private SandboxProcess(Process process, SandboxHandle handle) {
    this.process = process;
    this.handle = handle;
    this.hook = new Thread(() -> end(process));
  }

  /**
   * Starts a sandbox on a temporary folder, with the class path of this JVM.
   *
   * @param options more options of the command line
   * @return when it is ready
   */
  public static SandboxProcess start(List<String> options) {
    try {
      var folder = Files.createTempDirectory("sandbox-");
      var output = Files.createTempFile("sandbox-", ".out");
      var process =
          new ProcessBuilder(command(folder, options))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      awaitReady(process, folder, output);
      Files.deleteIfExists(output);
      var started = new SandboxProcess(process, SandboxHandle.read(folder));
      Runtime.getRuntime().addShutdownHook(started.hook);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The running sandbox. */
  public SandboxHandle handle() {
    return handle;
  }

  /** Stops the sandbox; its temporary folder goes with it. */
  @Override
  public void close() {
    end(process);
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private static List<String> command(Path folder, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Sandbox.class.getName(), "--child", "--state", folder.toString()));
    command.addAll(options);
    return command;
  }

  private static void awaitReady(Process process, Path folder, Path output) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    var ready = folder.resolve("sandbox.json");
    while (!Files.exists(ready)) {
      if (System.nanoTime() > end || !isAliveAfter(process, Duration.ofMillis(50))) {
        end(process);
        throw new IllegalStateException("The sandbox did not start:\n" + Files.readString(output));
      }
    }
  }

  private static boolean isAliveAfter(Process process, Duration time) {
    try {
      return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void end(Process process) {
    process.destroy();
    if (isAliveAfter(process, Duration.ofSeconds(20))) {
      process.destroyForcibly();
    }
  }
}
