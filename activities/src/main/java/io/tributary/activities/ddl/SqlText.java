package io.tributary.activities.ddl;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers and literals as Redshift reads them. The Data API's parameters carry values only, and
 * neither NULL nor an empty text, so that names and some values are written into the SQL; this is
 * the one place that does.
 */
public final class SqlText {
  private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_]*");

  /** Redshift's limit for names, in bytes. */
  private static final int LONGEST_NAME = 127;

  private SqlText() {}

  /**
   * Writes one name, quoted where it has to be: reserved words, capitals, other characters.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code SPECIFICATION_INVALID} for a text that
   *     cannot be a name
   */
  public static String identifier(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (name.isBlank() || bytes > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw Failures.of(
          ErrorCode.SPECIFICATION_INVALID,
          "'" + name + "' cannot be a name in Redshift: 1 to 127 bytes, no control characters");
    }
    boolean plain = SIMPLE.matcher(name).matches() && !ReservedWords.contains(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Writes {@code schema.object}, each part as {@link #identifier}.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code SPECIFICATION_INVALID} when there are not
   *     two parts
   */
  public static String qualified(String name) {
    return identifier(schema(name)) + "." + identifier(object(name));
  }

  /** Returns the schema of {@code schema.object}. */
  public static String schema(String name) {
    return name.substring(0, dot(name));
  }

  /** Returns the object of {@code schema.object}. */
  public static String object(String name) {
    return name.substring(dot(name) + 1);
  }

  private static int dot(String name) {
    int dot = name.indexOf('.');
    if (dot <= 0 || dot == name.length() - 1) {
      throw Failures.of(
          ErrorCode.SPECIFICATION_INVALID,
          "'" + name + "' is not a name of the form schema.object");
    }
    return dot;
  }

  /**
   * Writes a text; null as NULL. Redshift takes a backslash as an escape in every literal, as
   * PostgreSQL 8 did: it is doubled, because a text that ends in one would swallow the quote.
   */
  public static String literal(@Nullable String text) {
    if (text == null) {
      return "NULL";
    }
    if (text.indexOf('\0') >= 0) {
      throw Failures.of(ErrorCode.VALUE_UNFIT, "a text with the character NUL cannot be stored");
    }
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /**
   * Writes a text cut to a column's length.
   *
   * @param bytes the column's length: VARCHAR counts bytes
   */
  public static String literal(@Nullable String text, int bytes) {
    return literal(text == null ? null : cut(text, bytes));
  }

  private static String cut(String text, int bytes) {
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int width = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (used + width > bytes) {
        break;
      }
      kept.appendCodePoint(point);
      used += width;
      at += Character.charCount(point);
    }
    return kept.toString();
  }

  /** Returns a query of the specification without white space and semicolon at its end. */
  static String query(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    return text;
  }

  /** Folds a name as Redshift does where {@code enable_case_sensitive_identifier} is off. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
