package io.tributary.sandbox.redshift.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The types of Redshift in the words of PostgreSQL. */
final class Types {
  /** PostgreSQL's types that Redshift does not have. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "bit",
          "bytea",
          "cidr",
          "inet",
          "json",
          "jsonb",
          "macaddr",
          "money",
          "oid",
          "serial",
          "bigserial",
          "uuid",
          "xml",
          "tsvector",
          "regclass");

  private static final Set<String> NOT_PLAYED =
      Set.of("super", "varbyte", "varbinary", "binary", "geometry", "geography", "hllsketch");

  private static final int DEFAULT_BYTES = 256;
  private static final int MAX_BYTES = 65_535;

  private Types() {}

  /**
   * A type for PostgreSQL.
   *
   * @param tokens its text
   * @param bytes how many bytes a text may have; 0 for other types
   */
  record Type(List<Token> tokens, int bytes) {}

  /**
   * Reads the type of a column, where {@code text} and {@code varchar} mean {@code varchar(256)}.
   */
  static Type column(Tokens tokens, String column) {
    String gap = " ";
    Token first = tokens.next();
    String name = first.name();
    if (UNKNOWN.contains(name)) {
      throw Refusal.byRedshift("Column \"" + column + "\" has unsupported type \"" + name + "\".");
    }
    return switch (name) {
      case "varchar", "nvarchar" -> text(tokens, "varchar", DEFAULT_BYTES);
      case "character", "nchar", "char", "bpchar" ->
          tokens.accept("varying")
              ? text(tokens, "varchar", DEFAULT_BYTES)
              : text(tokens, "char", name.equals("bpchar") ? DEFAULT_BYTES : 1);
      case "text" -> text(tokens, "varchar", DEFAULT_BYTES);
      default -> new Type(other(first, gap, tokens), 0);
    };
  }

  private static Type text(Tokens tokens, String type, int bytesByDefault) {
    int bytes = bytesByDefault;
    if (tokens.looksAt("(")) {
      Token length = tokens.parenthesis().get(0);
      bytes = length.is("max") ? MAX_BYTES : Integer.parseInt(length.text());
    }
    if (bytes < 1 || bytes > MAX_BYTES) {
      throw Refusal.byRedshift(
          "length for type " + type + " cannot exceed " + MAX_BYTES + " or be below 1");
    }
    return new Type(List.of(Token.word(type + "(" + bytes + ")")), bytes);
  }

  /** Reads the type of a cast. */
  static List<Token> cast(Tokens tokens) {
    Token first = tokens.next();
    return other(first, first.gap(), tokens);
  }

  private static List<Token> other(Token first, String gap, Tokens tokens) {
    String name = first.name();
    if (UNKNOWN.contains(name)) {
      throw Refusal.byRedshift("type \"" + name + "\" does not exist");
    }
    if (NOT_PLAYED.contains(name)) {
      throw Refusal.bySandbox("type " + name);
    }
    List<Token> type = new ArrayList<>();
    type.add(new Token(first.kind(), gap, first.text()));
    if (tokens.looksAt("(")) {
      type.add(Token.symbol("("));
      type.addAll(tokens.parenthesis());
      type.add(Token.symbol(")"));
    } else if (Set.of("numeric", "decimal").contains(name)) {
      // PostgreSQL's numeric without a precision keeps every digit.
      type.add(Token.symbol("(18,0)"));
    }
    if (name.equals("double") && tokens.accept("precision")) {
      type.add(Token.word("precision"));
    }
    if (tokens.accept("[")) {
      throw Refusal.syntax("[");
    }
    return type;
  }
}
