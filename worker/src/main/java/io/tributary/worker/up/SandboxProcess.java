package io.tributary.worker.up;

import io.tributary.worker.UserMistake;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The sandbox, seen by its supervisor as a process and two files. */
public final class SandboxProcess {
  /** Its main class, by name: the class path of production holds nothing of the sandbox. */
  private static final String MAIN = "io.tributary.sandbox.Sandbox";

  /** Its databases take a second or two to write their last page. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /** A machine that is busy building needs longer than the usual ten seconds. */
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Child child;
  private final Path state;

  private SandboxProcess(Child child, Path state) {
    this.child = child;
    this.state = state;
  }

  /** Returns the command that runs the sandbox with these options. */
  public static List<String> command(Path home, List<String> options) {
    List<String> command = new ArrayList<>();
    command.addAll(Jvm.command());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // The generator of TPC-H keeps a pool of text of 300 MB while it fills the databases.
            "-Xmx768m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            classPath(home)));
    command.add(MAIN);
    command.addAll(options);
    return command;
  }

  /**
   * Starts it.
   *
   * @param stages told every line of its output: one a stage
   */
  static SandboxProcess start(UpOptions options, List<String> arguments, Consumer<String> stages)
      throws IOException {
    endLeftover(options.state());
    Files.deleteIfExists(options.state().resolve("sandbox.json"));
    ProcessBuilder builder = new ProcessBuilder(command(options.home(), arguments));
    return new SandboxProcess(
        Child.start(builder, options.state().resolve("sandbox.log"), stages), options.state());
  }

  /**
   * Waits until everything it plays is ready.
   *
   * @throws UserMistake with the sandbox's own sentence when it could not start
   */
  SandboxFile awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<SandboxFile> file = SandboxFile.read(state);
      if (file.isPresent() && file.get().pid() == child.pid()) {
        return file.get();
      }
      if (!child.isAlive()) {
        int code = child.await();
        String sentence =
            "the sandbox did not start: %s (log: %s)"
                .formatted(child.lastLine(), state.resolve("sandbox.log"));
        if (code == 2) {
          throw new UserMistake(sentence);
        }
        throw new IOException(sentence);
      }
      Thread.sleep(LOOK_EVERY);
    }
    throw new IOException(
        "the sandbox was not ready after %d s (log: %s)"
            .formatted(START_PATIENCE.toSeconds(), state.resolve("sandbox.log")));
  }

  /** Waits until it has ended. */
  int await() throws InterruptedException {
    return child.await();
  }

  String lastLine() {
    return child.lastLine();
  }

  void stop() {
    child.stop(STOP_PATIENCE);
  }

  /** Ends the sandbox of an {@code up} that was killed; it holds the databases' files. */
  static void endLeftover(Path state) throws IOException {
    Optional<SandboxFile> file = SandboxFile.read(state);
    if (file.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> leftover =
        ProcessHandle.of(file.get().pid())
            .filter(process -> process.info().commandLine().orElse("").contains(MAIN));
    if (leftover.isPresent()) {
      leftover.get().destroy();
      end(leftover.get());
    }
  }

  private static void end(ProcessHandle process) throws IOException {
    try {
      var unused = process.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted while an earlier sandbox ended");
    }
  }

  /** The built sandbox; in the build's own tests it is on their class path. */
  private static String classPath(Path home) {
    Path target = home.resolve("sandbox").resolve("target");
    if (SandboxProcess.class.getResource("/io/tributary/sandbox/Sandbox.class") != null) {
      return System.getProperty("java.class.path");
    }
    try (var jars = Files.newDirectoryStream(target, "sandbox-*.jar")) {
      for (Path jar : jars) {
        return jar + File.pathSeparator + target.resolve("lib") + File.separator + "*";
      }
    } catch (IOException e) {
      throw new UserMistake("the sandbox is not built: run \"tributary version\" once", e);
    }
    throw new UserMistake("the sandbox is not built: " + target + " holds no sandbox-….jar");
  }
}
