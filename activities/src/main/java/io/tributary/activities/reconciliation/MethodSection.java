package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Comparison;
import io.tributary.activities.report.Html;
import io.tributary.activities.report.HtmlTable;
import io.tributary.activities.report.Texts;

/** How one table was compared: when, by what method, and each column. */
final class MethodSection {
  private MethodSection() {}

  static Html of(TableDetails table) {
    Comparison comparison = table.comparison();
    if (comparison == null) {
      return Html.none();
    }
    HtmlTable columns =
        new HtmlTable(
            HtmlTable.text("Column"),
            HtmlTable.text("Source type"),
            HtmlTable.text("Warehouse type"),
            HtmlTable.text("Compared"));
    for (Comparison.Note note : comparison.notes()) {
      Html how = Html.tag("span", note.how());
      Html masked = note.masked() ? Html.text(" · values hidden") : Html.none();
      columns.row(
          Html.tag("b", note.column()),
          note.left(),
          note.right(),
          Html.none().add(note.exact() ? how : how.css("ink-wait"), masked));
    }
    Html remarks = Html.none();
    for (String remark : comparison.remarks()) {
      remarks = remarks.add(Html.tag("p", remark));
    }
    return Html.tag(
        "details",
        Html.tag("summary", table.result().table() + " — " + comparison.method()),
        Html.tag("p", instants(table)).css("soft"),
        remarks,
        columns.html());
  }

  private static String instants(TableDetails table) {
    return "Look "
        + table.look()
        + ": source read in one snapshot of "
        + Texts.instant(table.startMillis())
        + ", warehouse between then and "
        + Texts.instant(table.endMillis())
        + "; connection to the source: "
        + table.security()
        + ".";
  }
}
