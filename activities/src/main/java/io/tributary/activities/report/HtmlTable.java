package io.tributary.activities.report;

import java.util.ArrayList;
import java.util.List;

/** A table of a report: headings, then rows with as many cells. */
public final class HtmlTable {
  private final List<Column> columns;
  private final List<Html> rows = new ArrayList<>();

  /** Makes a table with these columns. */
  public HtmlTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Returns a column of text. */
  public static Column text(String heading) {
    return new Column(heading, "");
  }

  /** Returns a column of numbers, flush right. */
  public static Column number(String heading) {
    return new Column(heading, "n");
  }

  /**
   * Adds a row.
   *
   * @param cells {@code Html} or anything that becomes escaped text, one per column
   */
  public HtmlTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + columns.size() + " columns");
    }
    Html row = Html.tag("tr");
    for (int i = 0; i < cells.length; i++) {
      row = row.add(cell("td", columns.get(i), cells[i]));
    }
    rows.add(row);
    return this;
  }

  /** Returns whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the table in a frame that scrolls by itself where the window is narrow. */
  public Html html() {
    Html head = Html.tag("tr");
    for (Column column : columns) {
      head = head.add(cell("th", column, column.heading()));
    }
    Html table = Html.tag("table", Html.tag("thead", head), Html.tag("tbody", Html.all(rows)));
    return Html.tag("div", table).css("scroll");
  }

  private static Html cell(String tag, Column column, Object content) {
    Html cell = Html.tag(tag, content);
    return column.css().isEmpty() ? cell : cell.css(column.css());
  }

  /**
   * A column.
   *
   * @param heading its heading
   * @param css the class of its cells, empty for none
   */
  public record Column(String heading, String css) {}
}
