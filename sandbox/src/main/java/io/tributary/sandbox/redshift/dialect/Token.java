package io.tributary.sandbox.redshift.dialect;

import java.util.Locale;

/**
 * A piece of SQL.
 *
 * @param kind what it is
 * @param gap white space and comments before it
 * @param text as written
 */
record Token(Kind kind, String gap, String text) {
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL
  }

  static Token word(String text) {
    return new Token(Kind.WORD, " ", text);
  }

  static Token symbol(String text) {
    return new Token(Kind.SYMBOL, "", text);
  }

  static Token string(String value) {
    return new Token(Kind.STRING, " ", quote(value));
  }

  /** A literal: a backslash escapes on Redshift, so both are doubled. */
  static String quote(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(expected);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** The name that a word or quoted word means. */
  String name() {
    return kind == Kind.QUOTED
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }

  /** The value of a string literal. */
  String value() {
    return text.substring(text.indexOf('\'') + 1, text.length() - 1)
        .replace("''", "'")
        .replace("\\\\", "\\");
  }
}
