package io.tributary.activities.reconciliation;

import io.tributary.activities.report.Headline;
import io.tributary.activities.report.Html;
import io.tributary.activities.report.HtmlTable;
import io.tributary.activities.report.Page;
import io.tributary.activities.report.Texts;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.reconciliation.ReconciliationResult;
import io.tributary.workflows.reconciliation.TableResult;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.List;

/** The page of a reconciliation, from values. */
final class ReconciliationPage {
  private final ReconciliationReport.Content content;
  private final ReconciliationResult result;
  private final List<EarlierRun> earlier;
  private final ReconciliationVerdict verdict;

  ReconciliationPage(ReconciliationReport.Content content, List<EarlierRun> earlier) {
    this.content = content;
    this.result = content.result();
    this.earlier = earlier;
    verdict = new ReconciliationVerdict(content);
  }

  byte[] bytes() {
    Page page = new Page(verdict.title()).add(headline());
    page.section("Tables", tables());
    for (TableDetails table : content.details()) {
      if (table.result().verdict() != Verdict.EQUAL) {
        DifferenceSection.add(page, table);
      }
    }
    if (!earlier.isEmpty()) {
      page.section("Trend", trendWords(), trend());
    }
    method(page);
    return page.add(footer()).bytes();
  }

  private Html headline() {
    String origin =
        content.request().environment().environment()
            + " · "
            + Texts.instant(result.startMillis())
            + " · run "
            + result.run();
    Headline headline = new Headline(verdict.title(), origin);
    headline.verdict(verdict.tone(), verdict.sentence(), verdict.next());
    if (content.request().mode() == Mode.APPLY) {
      numbers(headline);
    }
    return headline.html();
  }

  private void numbers(Headline headline) {
    long equal = verdict.count(Verdict.EQUAL);
    long rows = result.tables().stream().mapToLong(table -> Math.max(0, table.sourceRows())).sum();
    long bytes = result.tables().stream().mapToLong(TableResult::bytes).sum();
    long errors = verdict.count(Verdict.ERROR);
    long differ = total();
    headline
        .tile("", "Tables equal", equal + " of " + result.tables().size(), depth())
        .tile(differ > 0 ? "bad" : "good", "Rows that differ", Texts.count(differ), parts())
        .tile(errors > 0 ? "bad" : "good", "Not compared", Texts.count(errors), "by an error")
        .tile("", "Rows in the source", Texts.count(rows), Texts.bytes(bytes) + " were moved")
        .tile(
            "",
            "Duration",
            Texts.duration(result.endMillis() - result.startMillis()),
            "with second looks");
  }

  private long total() {
    return result.tables().stream()
        .mapToLong(table -> Math.max(0, ReconciliationVerdict.differing(table)))
        .sum();
  }

  private String parts() {
    long missing = result.tables().stream().mapToLong(table -> Math.max(0, table.missing())).sum();
    long extra = result.tables().stream().mapToLong(table -> Math.max(0, table.extra())).sum();
    long changed = result.tables().stream().mapToLong(table -> Math.max(0, table.changed())).sum();
    return missing + " missing, " + extra + " extra, " + changed + " changed";
  }

  private String depth() {
    return switch (content.request().depth()) {
      case COUNT -> "by counts only";
      case CHECKSUM -> "by checksums of every row";
      case ROWS -> "every row and column";
    };
  }

  private Html tables() {
    HtmlTable table =
        new HtmlTable(
            HtmlTable.text("Table"),
            HtmlTable.text("Verdict"),
            HtmlTable.number("Source rows"),
            HtmlTable.number("Warehouse rows"),
            HtmlTable.number("Missing"),
            HtmlTable.number("Extra"),
            HtmlTable.number("Changed"),
            HtmlTable.text("Columns that differ"),
            HtmlTable.number("Time"));
    for (TableResult row : result.tables()) {
      table.row(
          name(row),
          Texts.badge(row.verdict().name()),
          Texts.count(row.sourceRows()),
          Texts.count(row.targetRows()),
          count(row.missing()),
          count(row.extra()),
          count(row.changed()),
          String.join(", ", row.columns()),
          Texts.duration(row.millis()));
    }
    return table.html();
  }

  private static Html name(TableResult row) {
    String target = row.target().isEmpty() ? "" : "↔ " + row.target();
    return Html.none().add(Html.tag("b", row.table()), Html.tag("br"), Html.tag("small", target));
  }

  private static Html count(long number) {
    Html text = Html.tag("span", Texts.count(number));
    return number > 0 ? text.css("ink-bad") : text;
  }

  private static Html trendWords() {
    return Html.tag("p", "Rows that differed in the earlier runs of this group, oldest first.");
  }

  private Html trend() {
    Html head = Html.tag("tr", Html.tag("th", "Table"));
    for (EarlierRun run : earlier) {
      head =
          head.add(
              Html.tag("th", Texts.instant(run.result().startMillis()).substring(5, 16)).css("n"));
    }
    Html body = Html.tag("tbody");
    for (TableResult table : result.tables()) {
      Html row = Html.tag("tr", Html.tag("td", table.table()));
      for (EarlierRun run : earlier) {
        row =
            row.add(
                Html.tag(
                        "td",
                        run.table(table.table())
                            .map(ReconciliationPage::past)
                            .orElse(Html.text("–")))
                    .css("n"));
      }
      row = row.add(Html.tag("td", past(table)).css("n"));
      body = body.add(row);
    }
    Html whole =
        Html.tag("table", Html.tag("thead", head.add(Html.tag("th", "this run").css("n"))), body);
    return Html.tag("div", whole).css("scroll");
  }

  private static Html past(TableResult table) {
    long differ = ReconciliationVerdict.differing(table);
    String words =
        switch (table.verdict()) {
          case EQUAL -> "equal";
          case DIFFERENT -> differ < 0 ? "differs" : Texts.count(differ, "row");
          case IN_FLIGHT -> "in flight";
          case ERROR -> "error";
          case PLANNED, CANCELLED -> "–";
        };
    return Html.tag("span", words).css("badge " + Texts.tone(table.verdict().name()));
  }

  private void method(Page page) {
    Html all = Html.none();
    for (TableDetails table : content.details()) {
      all = all.add(MethodSection.of(table));
    }
    page.section(
        "How it was compared",
        Html.tag(
            "p",
            "The two sides are read at different instants; rows that arrive between them are"
                + " looked at again after the lag before they are called different."),
        all);
  }

  private Html footer() {
    String digest = content.request().environment().digest();
    return Html.tag(
        "footer",
        "Specification ",
        Html.tag("code", digest.substring(0, Math.min(12, digest.length()))),
        " · account " + content.request().environment().accountId() + " · ",
        Html.link("index.html", "all files of this run"),
        " · ",
        Html.link("../../index.html", "all runs"));
  }
}
