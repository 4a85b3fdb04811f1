package io.tributary.sandbox.redshift.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of tokens from left to right. */
final class Tokens {
  private final List<Token> tokens;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      text.append(token.gap()).append(token.text());
    }
    return text.toString().strip();
  }

  /** Splits at the commas outside parentheses. */
  static List<List<Token>> split(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && token.is(",")) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  @Nullable Token peek() {
    return atEnd() ? null : tokens.get(at);
  }

  Token next() {
    if (atEnd()) {
      throw Refusal.syntax("");
    }
    return tokens.get(at++);
  }

  boolean looksAt(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean accept(String... words) {
    boolean found = looksAt(words);
    at += found ? words.length : 0;
    return found;
  }

  void expect(String... words) {
    for (String word : words) {
      if (!accept(word)) {
        throw syntax();
      }
    }
  }

  Refusal syntax() {
    Token token = peek();
    return Refusal.syntax(token == null ? "" : token.text());
  }

  void end() {
    if (!atEnd()) {
      throw syntax();
    }
  }

  /** Reads an identifier. */
  String identifier() {
    Token token = peek();
    if (token == null || !token.isName()) {
      throw syntax();
    }
    return next().name();
  }

  QualifiedName name() {
    String first = identifier();
    return accept(".") ? new QualifiedName(first, identifier()) : new QualifiedName(null, first);
  }

  /** Reads a string literal. */
  String string() {
    Token token = peek();
    if (token == null || token.kind() != Token.Kind.STRING) {
      throw syntax();
    }
    return next().value();
  }

  /** Reads what stands between a parenthesis, which comes next, and its partner. */
  List<Token> parenthesis() {
    expect("(");
    int start = at;
    for (int depth = 1; depth > 0; ) {
      Token token = next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return tokens.subList(start, at - 1);
  }

  List<Token> rest() {
    List<Token> rest = tokens.subList(at, tokens.size());
    at = tokens.size();
    return rest;
  }
}
