package io.tributary.worker.up;

import io.tributary.worker.UserMistake;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which {@code up} keeps everything. It belongs to one {@code up} at a time: the lock
 * goes with the process, however that ends.
 */
final class StateFolder implements AutoCloseable {
  /** Room for two databases, their logs and the evidence at the default scale. */
  private static final long ROOM = 400L * 1024 * 1024;

  /** What outlives {@code --fresh}: our lock, the build, and the list of processes to end. */
  private static final Set<String> KEPT =
      Set.of("up.lock", "build.log", "build.lock", "build.begun", "processes");

  private final Path root;
  private final FileChannel lock;

  private StateFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it where it does not exist.
   *
   * @throws UserMistake when another {@code up} has it, it cannot be written or the disk is full
   */
  static StateFolder open(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      Files.createDirectories(root);
      channel =
          FileChannel.open(
              root.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UserMistake(
          "cannot write the state folder %s (%s): make it writable, or name another with --state"
              .formatted(root, e.getClass().getSimpleName()),
          e);
    }
    if (lock(channel) == null) {
      channel.close();
      throw new UserMistake(
          "another \"tributary up\" uses the state folder %s: stop it with Ctrl-C, or name another folder with --state"
              .formatted(root));
    }
    StateFolder state = new StateFolder(root, channel);
    state.checkRoom();
    return state;
  }

  Path root() {
    return root;
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  /** Deletes what earlier runs have left. */
  void forget() throws IOException {
    List<Path> entries;
    try (Stream<Path> found = Files.list(root)) {
      entries = found.filter(path -> !KEPT.contains(path.getFileName().toString())).toList();
    }
    for (Path entry : entries) {
      delete(entry);
    }
  }

  @Override
  public void close() throws IOException {
    UpFile.remove(root);
    lock.close();
  }

  private void checkRoom() throws IOException {
    long room = Files.getFileStore(root).getUsableSpace();
    if (room < ROOM) {
      lock.close();
      throw new UserMistake(
          "the disk of %s has %d MB left and %d MB are needed: make room, or name another folder with --state"
              .formatted(root, room >> 20, ROOM >> 20));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static void delete(Path entry) throws IOException {
    Files.walkFileTree(
        entry,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
