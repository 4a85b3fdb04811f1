package io.tributary.activities.report;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file by RFC 4180 in UTF-8. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, "CSV Injection"); numbers stay numbers.
 */
public final class Csv {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
  private static final String FORMULA = "=+-@\t\r\n";

  private final StringBuilder text = new StringBuilder();
  private final int columns;

  /** Begins a file with its header. */
  public Csv(String... header) {
    columns = header.length;
    row((Object[]) header);
  }

  /**
   * Adds a record.
   *
   * @param cells one per column; null is an empty cell
   */
  public Csv row(@Nullable Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells, " + columns + " columns");
    }
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      text.append(i == 0 ? "" : ",").append(cell == null ? "" : quoted(harmless(cell.toString())));
    }
    text.append("\r\n");
    return this;
  }

  /** Returns the file. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean quote = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
