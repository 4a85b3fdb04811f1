package io.tributary.activities.error;

import io.tributary.workflows.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * One row of a table for a system that gives no code, only a text.
 *
 * @param code what it means
 * @param text what is looked for
 * @param quotes whether quoted words are names of objects and may be told
 * @param sample a text as it was seen
 */
record TextRow(ErrorCode code, Pattern text, Quotes quotes, String sample) {
  /** What stands in quotes. */
  enum Quotes {
    /** Names of tables, columns, users: they help, and are told. */
    NAMES,
    /** Values, perhaps of rows: they are taken out. */
    VALUES
  }

  static TextRow row(ErrorCode code, String pattern, Quotes quotes, String sample) {
    return new TextRow(code, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), quotes, sample);
  }

  boolean matches(String message) {
    return text.matcher(message).find();
  }

  Diagnosis diagnose(String message) {
    String told =
        switch (quotes) {
          case NAMES -> Redaction.keepNames(message);
          case VALUES -> Redaction.strict(message);
        };
    return new Diagnosis(code, told);
  }
}
