package io.tributary.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder that holds everything the sandbox keeps. */
public final class StateDirectory {
  private final Path root;
  private final ChildProcesses processes;

  StateDirectory(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.processes = new ChildProcesses(this.root.resolve("processes"));
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

  /** Writes a file whole or not at all, readable by its owner only. */
  public void writePrivately(String name, byte[] content) throws IOException {
    var target = root.resolve(name);
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
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
