package io.tributary.activities.error;

import java.util.regex.Pattern;

/**
 * Takes out of a native message what may be a value of a row or a secret. What remains says what
 * happened; the whole text is where it came from, for those who have the right to see it.
 */
final class Redaction {
  private static final String GONE = "…";
  private static final int LONGEST = 300;

  /** PostgreSQL and Redshift put the values of rows into the detail. */
  private static final Pattern DETAIL =
      Pattern.compile("(?is)\\s*\\b(detail|details|hint|context|where|query)\\s*:.*");

  private static final Pattern SINGLE_QUOTED = Pattern.compile("'(?:[^']|'')*'?");
  private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"?");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)?");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}[\\d.,:-]*");

  private Redaction() {}

  /** Keeps the first line with the names in double quotes; values in single quotes are gone. */
  static String keepNames(String message) {
    return shorten(SINGLE_QUOTED.matcher(firstLine(message)).replaceAll(GONE));
  }

  /** Keeps the first line without anything in quotes or brackets and without long numbers. */
  static String strict(String message) {
    String text = SINGLE_QUOTED.matcher(firstLine(message)).replaceAll(GONE);
    text = DOUBLE_QUOTED.matcher(text).replaceAll(GONE);
    text = IN_BRACKETS.matcher(text).replaceAll(GONE);
    return shorten(LONG_NUMBER.matcher(text).replaceAll(GONE));
  }

  private static String firstLine(String message) {
    String line = DETAIL.matcher(message).replaceAll("").strip();
    int end = line.indexOf('\n');
    return end < 0 ? line : line.substring(0, end).strip();
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + GONE;
  }
}
