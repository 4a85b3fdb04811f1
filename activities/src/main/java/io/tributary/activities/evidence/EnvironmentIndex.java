package io.tributary.activities.evidence;

import io.tributary.activities.report.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The page {@code <environment>/index.html}: the newest finished runs of every job. */
public final class EnvironmentIndex {
  /** What one page can show and one listing can read; older runs stay where they are. */
  private static final int NEWEST_PER_JOB = 100;

  private static final Pattern MANIFEST = Pattern.compile("[^/]+/([^/]+)/[^/]+/manifest\\.json");

  private final EvidenceStore store;
  private final String environment;

  /** Makes the index of an environment. */
  public EnvironmentIndex(EvidenceStore store, String environment) {
    this.store = store;
    this.environment = environment;
  }

  /**
   * Writes the page. Two runs that end together both list what there is; whoever reads last sees
   * both, so this writes until nothing has come in between.
   */
  public void write() {
    List<String> listed = manifests();
    List<String> written = List.of();
    while (!listed.equals(written)) {
      store.write(
          environment + "/" + RunEvidence.INDEX, IndexPages.environment(environment, runs(listed)));
      written = listed;
      listed = manifests();
    }
  }

  /**
   * Returns the newest finished runs of a job, newest first.
   *
   * @param job the job's noun
   */
  public List<RunManifest> runs(String job) {
    return runs(manifests(environment + "/" + job));
  }

  private List<String> manifests() {
    return manifests(environment);
  }

  /** Run names begin with their date, so the newest of each job come last in the listing. */
  private List<String> manifests(String folder) {
    List<String> newestFirst = new ArrayList<>(store.list(folder));
    Collections.reverse(newestFirst);
    List<String> kept = new ArrayList<>();
    String job = "";
    int ofJob = 0;
    for (String path : newestFirst) {
      var manifest = MANIFEST.matcher(path);
      if (manifest.matches()) {
        ofJob = manifest.group(1).equals(job) ? ofJob + 1 : 1;
        job = manifest.group(1);
        if (ofJob <= NEWEST_PER_JOB) {
          kept.add(path);
        }
      }
    }
    return kept;
  }

  private List<RunManifest> runs(List<String> paths) {
    List<RunManifest> runs = new ArrayList<>();
    for (String path : paths) {
      store.read(path).map(json -> Json.read(json, RunManifest.class)).ifPresent(runs::add);
    }
    runs.sort(
        Comparator.comparingLong((RunManifest run) -> run.summary().endMillis())
            .thenComparing(RunManifest::run)
            .reversed());
    return runs;
  }
}
