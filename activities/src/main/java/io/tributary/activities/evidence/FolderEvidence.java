package io.tributary.activities.evidence;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Evidence in a folder. A file appears whole or not at all, also when the process is killed or the
 * disk is full in the middle: it is written beside the others under {@code .partial} and moved.
 */
public final class FolderEvidence implements EvidenceStore {
  private static final String PARTIAL = ".partial";

  private final Path root;

  /**
   * Makes the store; nothing is created before the first write.
   *
   * @param root the folder
   */
  public FolderEvidence(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public void write(String path, byte[] content) {
    Path target = resolved(path);
    Path partial = root.resolve(PARTIAL).resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(root.resolve(PARTIAL));
      Files.createDirectories(parent(target));
      fill(partial, content);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(partial, e);
      throw unwritable(target, e);
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    Path file = resolved(path);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  @Override
  public List<String> list(String folder) {
    Path below = folder.isEmpty() ? root : resolved(folder);
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(root.resolve(PARTIAL)))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unwritable(below, e);
    }
  }

  @Override
  public String location(String path) {
    return "file://" + resolved(path).toUri().getRawPath();
  }

  /** Removes what killed processes have left; call it when no other process writes. */
  public void removePartials() {
    Path folder = root.resolve(PARTIAL);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private Path resolved(String path) {
    return root.resolve(EvidencePath.checked(path));
  }

  private Path parent(Path target) {
    Path parent = target.getParent();
    return parent == null ? root : parent;
  }

  /** The data must be on the disk before its name is, or a power cut leaves an empty file. */
  private static void fill(Path partial, byte[] content) throws IOException {
    try (FileChannel file =
        FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
  }

  private static void discard(Path partial, IOException why) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static ApplicationFailure unwritable(Path file, IOException e) {
    return Failures.of(
        ErrorCode.EVIDENCE_UNWRITABLE,
        "The evidence folder cannot be used at " + file + ": " + reason(e));
  }

  private static String reason(IOException e) {
    String kind =
        e.getClass().getSimpleName().replace("Exception", "").replaceAll("([a-z])([A-Z])", "$1 $2");
    return e.getMessage() == null ? kind : kind + ", " + e.getMessage();
  }
}
