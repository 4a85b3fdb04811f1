package io.tributary.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The folder that holds everything the sandbox keeps, locked for one sandbox at a time. */
public final class StateDirectory implements AutoCloseable {
  /** What two PostgreSQLs need before the first row. */
  private static final long SMALLEST_FREE = 250L << 20;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int DELETIONS = 100;

  private final Path root;
  private final FileChannel lock;
  private final ChildProcesses processes;

  private StateDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
    this.processes = new ChildProcesses(root.resolve("processes"));
  }

  /**
   * Makes the folder if needed and locks it.
   *
   * @throws SandboxFailure if it cannot be written, its disk is full, or a sandbox uses it
   */
  public static StateDirectory open(Path folder) {
    var root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      requireSpace(root);
      var lock =
          FileChannel.open(
              root.resolve("sandbox.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      requireLock(root, lock);
      return new StateDirectory(root, lock);
    } catch (IOException e) {
      throw new SandboxFailure(
          "The folder %s cannot be written (--state): %s; choose one that this user can write"
              .formatted(root, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    var reason = e instanceof FileSystemException failed ? failed.getReason() : null;
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /** The folder itself, absolute. */
  public Path root() {
    return root;
  }

  /** A file or folder below it; it need not exist. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** The processes the sandbox started, so that the next start can end those of a killed one. */
  public ChildProcesses processes() {
    return processes;
  }

  /** The loopback ports of the parts. */
  public Ports ports() {
    return new Ports(root.resolve("ports"));
  }

  /** Writes a file whole or not at all, readable by its owner only. */
  public void writePrivately(String name, byte[] content) throws IOException {
    var draft = root.resolve(name + ".draft");
    Files.deleteIfExists(draft);
    try (var channel =
        Files.newByteChannel(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
    Files.move(
        draft,
        root.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether the disk has no room left for even a small file. */
  boolean isFull() {
    try {
      return Files.getFileStore(root).getUsableSpace() < 1 << 20;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Deletes the folder with all that is in it. Tries for some seconds, because a database that is
   * still ending writes files meanwhile; what stays then is for the system's own clean-up.
   */
  void delete() {
    for (int i = 0; i < DELETIONS && Files.exists(root); i++) {
      try {
        deleteOnce();
      } catch (IOException | UncheckedIOException e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void deleteOnce() throws IOException {
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Unlocks the folder. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }

  private static void requireSpace(Path root) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < SMALLEST_FREE) {
      throw new SandboxFailure(
          "The disk that holds %s has %d MB free and the sandbox needs %d MB: free some space or choose another --state"
              .formatted(root, free >> 20, SMALLEST_FREE >> 20));
    }
  }

  private static void requireLock(Path root, FileChannel file) throws IOException {
    FileLock held = file.tryLock();
    if (held == null) {
      var pid = ByteBuffer.allocate(20);
      file.read(pid, 0);
      file.close();
      throw new SandboxFailure(
          "A sandbox with pid %s uses the folder %s already: stop it or choose another --state"
              .formatted(new String(pid.array(), 0, pid.position(), StandardCharsets.UTF_8), root));
    }
    file.truncate(0);
    file.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
        0);
  }
}
