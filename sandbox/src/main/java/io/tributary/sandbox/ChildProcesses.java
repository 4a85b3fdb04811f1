package io.tributary.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes the sandbox started, one file each: pid and start time, so that a pid which another
 * program has by now is never ended.
 */
public final class ChildProcesses {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;

  ChildProcesses(Path folder) {
    this.folder = folder;
  }

  /** Remembers a process under a name; call it right after the start. */
  public void record(String name, ProcessHandle process) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), process.pid() + " " + startOf(process));
  }

  /** Forgets a process that has ended. */
  public void forget(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      // The file names a process that is gone; the next start sees that and removes it.
    }
  }

  /** Ends whatever an earlier sandbox of this folder left running: first asked, then killed. */
  void endLeftovers() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        recorded(file).ifPresent(ChildProcesses::end);
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Nothing was ever started here.
    }
  }

  /** Asks a process to end and kills it if it does not within five seconds. */
  public static void end(ProcessHandle process) {
    process.destroy();
    if (!endsInTime(process)) {
      process.destroyForcibly();
      endsInTime(process);
    }
  }

  private static boolean endsInTime(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private static Optional<ProcessHandle> recorded(Path file) throws IOException {
    var words = Files.readString(file).strip().split(" ");
    if (words.length != 2) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(process -> words[1].equals(startOf(process)));
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
