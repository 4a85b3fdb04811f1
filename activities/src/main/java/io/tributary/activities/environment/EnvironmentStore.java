package io.tributary.activities.environment;

import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The published specifications, beside the evidence: {@code specs/<digest>.json} by content, and
 * {@code <environment>/specification} with the digest of the one published last. A file is never
 * changed, and what is read is verified against its name, so that a run works with exactly what was
 * published.
 */
public final class EnvironmentStore {
  private final EvidenceStore files;

  /**
   * Makes a store.
   *
   * @param files where the files are
   */
  public EnvironmentStore(EvidenceStore files) {
    this.files = files;
  }

  /** Returns the digest that a specification has or would have when published. */
  public static String digest(EnvironmentSpec spec) {
    return SpecJson.digest(SpecJson.canonical(spec));
  }

  /**
   * Publishes a specification and makes it the newest of its environment. May be repeated.
   *
   * @return its digest
   */
  public String publish(EnvironmentSpec spec) {
    byte[] canonical = SpecJson.canonical(spec);
    String digest = SpecJson.digest(canonical);
    Optional<byte[]> there = files.read(path(digest));
    if (there.isEmpty() || !Arrays.equals(there.get(), canonical)) {
      files.write(path(digest), canonical);
    }
    files.write(pointer(spec.name()), (digest + "\n").getBytes(StandardCharsets.UTF_8));
    return digest;
  }

  /**
   * Returns the digest that was published last.
   *
   * @param environment the environment's name
   */
  public Optional<String> newest(String environment) {
    return files
        .read(pointer(environment))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }

  /**
   * Loads a published specification.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code SPECIFICATION_UNKNOWN} when there is
   *     none, {@code SPECIFICATION_INVALID} when its content is not that of the digest or needs a
   *     newer Tributary
   */
  public EnvironmentSpec load(String digest) {
    byte[] content = digest.matches("[0-9a-f]{64}") ? read(digest) : none(digest);
    if (!SpecJson.digest(content).equals(digest)) {
      throw Failures.of(
          ErrorCode.SPECIFICATION_INVALID,
          files.location(path(digest))
              + " was changed after it was published: its SHA-256 is "
              + SpecJson.digest(content)
              + ". Publish the specification again: tributary env publish.");
    }
    return bind(digest, content);
  }

  private byte[] read(String digest) {
    return files.read(path(digest)).orElseGet(() -> none(digest));
  }

  private byte[] none(String digest) {
    String shown = digest.length() > 64 ? digest.substring(0, 64) + "…" : digest;
    throw Failures.of(
        ErrorCode.SPECIFICATION_UNKNOWN,
        "No specification is published under the digest \""
            + shown
            + "\". Accepted: 64 hex digits that tributary env publish printed, or no digest for"
            + " the one published last.");
  }

  private EnvironmentSpec bind(String digest, byte[] content) {
    List<Problem> problems = new ArrayList<>();
    try {
      if (SpecJson.read(path(digest), content) instanceof YamlNode.Mapping tree) {
        var parts = new SpecBinder(problems).parts(EnvironmentSpec.class, tree, "");
        Optional<EnvironmentSpec> spec = SpecBinder.record(EnvironmentSpec.class, parts);
        if (spec.isPresent() && problems.isEmpty()) {
          return spec.get();
        }
      }
    } catch (IOException notJson) {
      problems.add(new Problem(new Place(path(digest), 1), "", "not JSON", "Publish it again."));
    }
    throw Failures.of(
        ErrorCode.SPECIFICATION_INVALID,
        "The published specification does not fit this version of Tributary:\n"
            + new EnvironmentProblems(problems).getMessage());
  }

  private static String path(String digest) {
    return "specs/" + digest + ".json";
  }

  private static String pointer(String environment) {
    return environment + "/specification";
  }
}
