package io.tributary.activities.evidence;

import io.tributary.activities.report.Html;
import io.tributary.activities.report.HtmlTable;
import io.tributary.activities.report.Page;
import io.tributary.activities.report.Texts;
import java.util.List;

/** The index pages, from values. */
final class IndexPages {
  private IndexPages() {}

  /** Returns the page of one run: how it ended, and its files. */
  static byte[] run(RunManifest run) {
    HtmlTable files = new HtmlTable(HtmlTable.text("File"), HtmlTable.number("Size"));
    for (RunManifest.Entry file : run.files()) {
      if (!file.name().equals(RunEvidence.INDEX)) {
        files.row(Html.link(file.name(), file.name()), Texts.bytes(file.bytes()));
      }
    }
    Html back = Html.tag("p", Html.link("../../index.html", "All runs of " + run.environment()));
    return new Page(run.summary().title())
        .add(heading(run))
        .section("Files", files.html())
        .add(back)
        .bytes();
  }

  /** Returns the page of an environment: its runs, newest first. */
  static byte[] environment(String environment, List<RunManifest> runs) {
    HtmlTable table =
        new HtmlTable(
            HtmlTable.text("Run"),
            HtmlTable.text("Result"),
            HtmlTable.text("Finding"),
            HtmlTable.text("Ended"));
    for (RunManifest run : runs) {
      String folder = run.job() + "/" + run.run() + "/";
      table.row(
          Html.none()
              .add(Html.link(folder + entrance(run), run.summary().title()))
              .add(Html.tag("br"), Html.tag("small", run.job() + " " + run.run())),
          Texts.badge(run.summary().status()),
          run.summary().sentence(),
          Texts.instant(run.summary().endMillis()));
    }
    return new Page("Evidence of " + environment)
        .add(Html.tag("header", Html.tag("h1", "Evidence of " + environment)))
        .section("Finished runs", table.html())
        .bytes();
  }

  private static Html heading(RunManifest run) {
    return Html.tag(
        "header",
        Html.tag("h1", run.summary().title()),
        Html.tag("p", Texts.badge(run.summary().status()), " ", run.summary().sentence()),
        Html.tag(
            "p", Html.tag("small", run.environment() + " · " + run.job() + " · " + run.run())));
  }

  private static String entrance(RunManifest run) {
    boolean report = run.files().stream().anyMatch(file -> file.name().equals("report.html"));
    return report ? "report.html" : RunEvidence.INDEX;
  }
}
