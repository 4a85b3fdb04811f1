package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Comparison;
import io.tributary.activities.comparison.Difference;
import io.tributary.activities.comparison.Difference.Value;
import io.tributary.activities.report.Html;
import io.tributary.activities.report.HtmlTable;
import io.tributary.activities.report.Page;
import io.tributary.activities.report.Texts;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs in one table: columns, then samples side by side. */
final class DifferenceSection {
  /** Longer values are cut on the page, and are whole in the CSV. */
  private static final int LONGEST = 160;

  private static final String IN_FLIGHT =
      "What differed at the first look no longer did when the same rows were read again: they were"
          + " on their way.";

  private DifferenceSection() {}

  static void add(Page page, TableDetails table) {
    Html badge = Texts.badge(table.result().verdict().name());
    Html heading = Html.tag("h2", table.result().table() + " ", badge);
    Html section = Html.tag("section", heading);
    String error = table.result().error();
    if (error != null) {
      section = section.add(Texts.error(error));
    }
    Comparison comparison = table.comparison();
    if (table.result().verdict() == Verdict.IN_FLIGHT) {
      section = section.add(Html.tag("p", IN_FLIGHT));
    } else if (comparison != null) {
      section = section.add(counts(comparison), samples(comparison));
    }
    page.add(section);
  }

  private static Html counts(Comparison comparison) {
    if (comparison.missing() < 0) {
      return Html.tag("p", "Rows were not compared one by one at this depth.");
    }
    String rows =
        Texts.count(comparison.missing())
            + " only in the source, "
            + Texts.count(comparison.extra())
            + " only in the warehouse, "
            + Texts.count(comparison.changed())
            + " in both but not the same.";
    Html columns = Html.tag("div").css("chain");
    for (Comparison.ColumnCount column : comparison.columnCounts()) {
      columns =
          columns.add(
              Html.tag("span", column.column() + " · " + Texts.count(column.rows(), "row"))
                  .css("badge calm"));
    }
    return Html.none().add(Html.tag("p", rows), columns);
  }

  private static Html samples(Comparison comparison) {
    Html all = Html.none();
    all = all.add(changed(comparison.differences()));
    all = all.add(oneSided(comparison, Difference.Kind.MISSING, "Only in the source"));
    all = all.add(oneSided(comparison, Difference.Kind.EXTRA, "Only in the warehouse"));
    long named = comparison.differences().size();
    long shown = comparison.differences().stream().filter(d -> !d.values().isEmpty()).count();
    String more = "";
    if (named > shown) {
      more = Texts.count(named - shown) + " more with their keys in differences.csv";
    }
    if (comparison.unnamed() > 0) {
      more +=
          (more.isEmpty() ? "" : ", ")
              + "and "
              + Texts.count(comparison.unnamed())
              + " more that are counted and not named";
    }
    return more.isEmpty() ? all : all.add(Html.tag("p", Html.tag("small", more + ".")));
  }

  private static Html changed(List<Difference> differences) {
    HtmlTable table =
        new HtmlTable(
            HtmlTable.text("Key"),
            HtmlTable.text("Column"),
            new HtmlTable.Column("In the source", "mono"),
            new HtmlTable.Column("In the warehouse", "mono"));
    for (Difference difference : differences) {
      if (difference.kind() == Difference.Kind.CHANGED) {
        String key = key(difference);
        for (Value value : difference.values()) {
          table.row(
              Html.tag("b", key),
              value.column(),
              marked(value.left(), value.right()),
              marked(value.right(), value.left()));
          key = "";
        }
      }
    }
    return table.isEmpty()
        ? Html.none()
        : Html.none().add(Html.tag("h3", "Not the same on both sides"), table.html());
  }

  private static Html oneSided(Comparison comparison, Difference.Kind kind, String heading) {
    HtmlTable table =
        new HtmlTable(HtmlTable.text("Key"), new HtmlTable.Column("Row", "mono wide"));
    for (Difference difference : comparison.differences()) {
      if (difference.kind() == kind && !difference.values().isEmpty()) {
        table.row(Html.tag("b", key(difference)), row(difference));
      }
    }
    return table.isEmpty() ? Html.none() : Html.none().add(Html.tag("h3", heading), table.html());
  }

  private static String row(Difference difference) {
    boolean left = difference.kind() == Difference.Kind.MISSING;
    return difference.values().stream()
        .map(value -> value.column() + "=" + plain(left ? value.left() : value.right()))
        .collect(Collectors.joining("  "));
  }

  private static String key(Difference difference) {
    String key = ReconciliationReport.key(difference);
    return key.isEmpty() ? "(no key)" : cut(key);
  }

  private static String plain(@Nullable String value) {
    return value == null ? "NULL" : cut(value);
  }

  /** Marks what is not at the start or the end of both values. */
  private static Html marked(@Nullable String value, @Nullable String other) {
    if (value == null) {
      return Html.tag("span", "NULL").css("absent");
    }
    if (value.isEmpty()) {
      return Html.tag("span", "empty text").css("absent");
    }
    boolean tooLong = value.length() > LONGEST || (other != null && other.length() > LONGEST);
    if (other == null || tooLong || value.equals(other)) {
      return Html.tag("mark", cut(value));
    }
    int start = 0;
    int shorter = Math.min(value.length(), other.length());
    while (start < shorter && value.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && value.charAt(value.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int last = value.length() - end;
    return Html.none()
        .add(value.substring(0, start), mark(value.substring(start, last)), value.substring(last));
  }

  /** What only the other value has is shown as a gap; blanks are shown as such. */
  private static Html mark(String part) {
    return Html.tag("mark", part.isEmpty() ? "\u2205" : part.replace(" ", "\u00b7"));
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
