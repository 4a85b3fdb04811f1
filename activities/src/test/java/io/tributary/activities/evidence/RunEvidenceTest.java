package io.tributary.activities.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEvidenceTest {
  private static final RunManifest.Summary SUMMARY =
      new RunManifest.Summary(
          "Refresh of marts", "SUCCEEDED", "9 views are fresh.", 1_700_000_000_000L);

  @TempDir Path folder;
  private FolderEvidence store;
  private RunEvidence run;

  @BeforeEach
  void open() {
    store = new FolderEvidence(folder);
    run = new RunEvidence(store, "sandbox", "refresh", "2026-11-23-0a1b2c3d");
  }

  @Test
  void isIncompleteUntilItsManifestIsThere() {
    run.add("report.json", "{}");
    assertThat(run.manifest()).isEmpty();
    assertThat(run.verify()).singleElement().asString().contains("incomplete");

    run.finish(SUMMARY);
    assertThat(run.verify()).isEmpty();
    assertThat(run.manifest())
        .hasValueSatisfying(
            m ->
                assertThat(m.files())
                    .extracting(RunManifest.Entry::name)
                    .containsExactly("index.html", "report.json"));
  }

  @Test
  void namesFilesThatWereChangedRemovedOrAdded() throws IOException {
    run.add("changed.txt", "before");
    run.add("removed.txt", "here");
    run.finish(SUMMARY);
    run.add("changed.txt", "afterw");
    run.add("added.txt", "new");
    Files.delete(folder.resolve("sandbox/refresh/2026-11-23-0a1b2c3d/removed.txt"));

    assertThat(run.verify())
        .containsExactly(
            "changed.txt was changed", "removed.txt is missing", "added.txt was added");
  }

  @Test
  void writesTheSameFilesAgainWhenItIsRepeated() throws IOException {
    run.add("report.html", "<p>report</p>");
    run.finish(SUMMARY);
    List<String> files = store.list("");
    String manifest =
        Files.readString(folder.resolve("sandbox/refresh/2026-11-23-0a1b2c3d/manifest.json"));

    RunEvidence other = new RunEvidence(store, "sandbox", "refresh", "2026-11-23-0a1b2c3d");
    other.add("report.html", "<p>report</p>");
    other.finish(SUMMARY);
    assertThat(store.list("")).isEqualTo(files);
    assertThat(folder.resolve("sandbox/refresh/2026-11-23-0a1b2c3d/manifest.json"))
        .hasContent(manifest);
  }

  @Test
  void leadsFromTheEnvironmentsPageToTheReportsNewestFirst() throws IOException {
    run.add("report.html", "<p>report</p>");
    run.finish(SUMMARY);
    new RunEvidence(store, "sandbox", "reconciliation", "2026-11-23-11111111")
        .finish(
            new RunManifest.Summary(
                "Reconciliation of <core>",
                "DIFFERENT",
                "2 of 5 tables differ.",
                1_700_000_100_000L));
    new RunEvidence(store, "sandbox", "refresh", "2026-11-23-22222222")
        .add("report.html", "unfinished");

    String page = Files.readString(folder.resolve("sandbox/index.html"));
    assertThat(page)
        .contains("href=\"refresh/2026-11-23-0a1b2c3d/report.html\"")
        .contains("Reconciliation of &lt;core&gt;")
        .doesNotContain("22222222");
    assertThat(page.indexOf("Reconciliation of")).isLessThan(page.indexOf("Refresh of"));
  }
}
