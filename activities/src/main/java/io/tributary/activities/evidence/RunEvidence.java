package io.tributary.activities.evidence;

import io.tributary.activities.report.Json;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The evidence of one run, the folder {@code <environment>/<job>/<run>/}. Every method may be
 * repeated, also by another process after a kill: the same files come out.
 */
public final class RunEvidence {
  static final String MANIFEST = "manifest.json";
  static final String INDEX = "index.html";

  private final EvidenceStore store;
  private final String environment;
  private final String job;
  private final String run;

  /**
   * Opens the folder of a run.
   *
   * @param store where
   * @param environment the environment's name
   * @param job the job's noun
   * @param run the run's name
   */
  public RunEvidence(EvidenceStore store, String environment, String job, String run) {
    this.store = store;
    this.environment = environment;
    this.job = job;
    this.run = run;
  }

  /**
   * Writes a file of the run.
   *
   * @param name its name; a {@code /} makes a folder
   * @return its location
   */
  public String add(String name, byte[] content) {
    store.write(path(name), content);
    return store.location(path(name));
  }

  /** Reads a file of the run, empty if there is none. */
  public Optional<byte[]> read(String name) {
    return store.read(path(name));
  }

  /** Returns the location of a file, whether it is there or not. */
  public String location(String name) {
    return store.location(path(name));
  }

  /** Ends the run with a title alone, see {@link #finish(RunManifest.Summary)}. */
  public String finish(String title) {
    return finish(new RunManifest.Summary(title, "", "", 0));
  }

  /**
   * Writes the run's index page, then its manifest, then the environment's index page. Call it
   * after the last file.
   *
   * @return the location of the run's index page
   */
  public String finish(RunManifest.Summary summary) {
    RunManifest draft = new RunManifest(environment, job, run, summary, entries());
    store.write(path(INDEX), IndexPages.run(draft));
    RunManifest whole = new RunManifest(environment, job, run, summary, entries());
    store.write(path(MANIFEST), Json.bytes(whole));
    new EnvironmentIndex(store, environment).write();
    return store.location(path(INDEX));
  }

  /** Returns the manifest of the run, empty while it is incomplete. */
  public Optional<RunManifest> manifest() {
    return store.read(path(MANIFEST)).map(json -> Json.read(json, RunManifest.class));
  }

  /**
   * Compares the files with the manifest.
   *
   * @return a sentence for each file that is missing, changed or added since; empty when all is as
   *     it was
   */
  public List<String> verify() {
    Optional<RunManifest> manifest = manifest();
    if (manifest.isEmpty()) {
      return List.of(folder() + " has no " + MANIFEST + ": the run is incomplete");
    }
    List<RunManifest.Entry> now = entries();
    List<RunManifest.Entry> then = manifest.get().files();
    List<String> names = now.stream().map(RunManifest.Entry::name).toList();
    List<String> known = then.stream().map(RunManifest.Entry::name).toList();
    List<String> problems = new ArrayList<>();
    for (RunManifest.Entry entry : then) {
      if (!names.contains(entry.name())) {
        problems.add(entry.name() + " is missing");
      } else if (!now.contains(entry)) {
        problems.add(entry.name() + " was changed");
      }
    }
    names.stream()
        .filter(name -> !known.contains(name))
        .forEach(n -> problems.add(n + " was added"));
    return problems;
  }

  private List<RunManifest.Entry> entries() {
    List<RunManifest.Entry> entries = new ArrayList<>();
    for (String path : store.list(folder())) {
      String name = path.substring(folder().length() + 1);
      if (!name.equals(MANIFEST)) {
        byte[] content = store.read(path).orElseThrow(() -> vanished(path));
        entries.add(new RunManifest.Entry(name, content.length, sha256(content)));
      }
    }
    return entries;
  }

  private String folder() {
    return environment + "/" + job + "/" + run;
  }

  private String path(String name) {
    return folder() + "/" + name;
  }

  private static RuntimeException vanished(String path) {
    return Failures.of(ErrorCode.EVIDENCE_UNWRITABLE, path + " vanished while it was read");
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a text file in UTF-8, see {@link #add(String, byte[])}. */
  public String add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
