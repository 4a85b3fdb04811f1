package io.tributary.sandbox.aws.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Buckets as folders, objects as two files each: the bytes, and a description that is moved into
 * place last. So an object is there whole or not at all, and outlives the sandbox.
 */
public final class S3Store {
  private static final String DESCRIPTION = ".json";

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
  private final ConcurrentMap<String, NavigableMap<String, S3Object>> buckets =
      new ConcurrentHashMap<>();
  private final Path root;

  /** Reads what an earlier sandbox kept. */
  public S3Store(Path root) throws IOException {
    this.root = Files.createDirectories(root);
    try (var folders = Files.newDirectoryStream(root)) {
      for (Path folder : folders) {
        buckets.put(folder.getFileName().toString(), load(folder));
      }
    }
  }

  SortedSet<String> names() {
    return new TreeSet<>(buckets.keySet());
  }

  /** The objects of a bucket by key; a view that others may change. */
  NavigableMap<String, S3Object> bucket(String name) {
    var objects = buckets.get(name);
    if (objects == null) {
      throw S3Refusals.noSuchBucket();
    }
    return objects;
  }

  void createBucket(String name) throws IOException {
    Files.createDirectories(root.resolve(name));
    buckets.putIfAbsent(name, new ConcurrentSkipListMap<>());
  }

  void deleteBucket(String name) throws IOException {
    buckets.remove(name);
    try (var files = Files.newDirectoryStream(root.resolve(name))) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(root.resolve(name));
  }

  /** A new file for bytes of a bucket; nobody sees it until an object names it. */
  Path newFile(String bucket) {
    return root.resolve(bucket).resolve(UUID.randomUUID().toString());
  }

  Path file(String bucket, S3Object object) {
    return root.resolve(bucket).resolve(object.file());
  }

  Optional<S3Object> find(String bucket, String key) {
    return Optional.ofNullable(bucket(bucket).get(key));
  }

  /** Puts an object whose bytes are in place already; the bytes of the one before are deleted. */
  void put(String bucket, S3Object object) throws IOException {
    var objects = bucket(bucket);
    var description = description(bucket, object.key());
    var draft = newFile(bucket);
    Files.write(draft, json.writeValueAsBytes(object));
    Files.move(
        draft, description, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    var before = objects.put(object.key(), object);
    if (before != null) {
      Files.deleteIfExists(file(bucket, before));
    }
  }

  void delete(String bucket, String key) throws IOException {
    var before = bucket(bucket).remove(key);
    if (before != null) {
      Files.deleteIfExists(description(bucket, key));
      Files.deleteIfExists(file(bucket, before));
    }
  }

  private Path description(String bucket, String key) {
    return root.resolve(bucket).resolve(sha256(key) + DESCRIPTION);
  }

  private NavigableMap<String, S3Object> load(Path folder) throws IOException {
    NavigableMap<String, S3Object> objects = new ConcurrentSkipListMap<>();
    try (var files = Files.newDirectoryStream(folder, "*" + DESCRIPTION)) {
      for (Path file : files) {
        var object = json.readValue(Files.readAllBytes(file), S3Object.class);
        objects.put(object.key(), object);
      }
    }
    deleteUnnamed(folder, objects);
    return objects;
  }

  /** A sandbox that was killed leaves bytes that no object names. */
  private static void deleteUnnamed(Path folder, NavigableMap<String, S3Object> objects)
      throws IOException {
    var named = objects.values().stream().map(S3Object::file).collect(Collectors.toSet());
    try (var files =
        Files.newDirectoryStream(
            folder,
            file -> {
              var name = file.getFileName().toString();
              return !name.endsWith(DESCRIPTION) && !named.contains(name);
            })) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
