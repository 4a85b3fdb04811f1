package io.tributary.sandbox.redshift.dialect;

import io.tributary.sandbox.redshift.dialect.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SQL into tokens. In strings a backslash escapes, as on Redshift. */
final class Lexer {
  private static final Pattern GAP = Pattern.compile("\\s++|--[^\n]*+|/\\*(?s:.*?)\\*/");
  private static final List<Rule> RULES =
      List.of(
          new Rule(Kind.WORD, "[\\p{L}_#][\\p{L}\\p{N}_$#]*+"),
          new Rule(Kind.NUMBER, "(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?"),
          new Rule(Kind.PARAMETER, ":[0-9a-zA-Z_]++"),
          new Rule(Kind.SYMBOL, "::|<>|<=|>=|!=|\\|\\||!~\\*?|~\\*?|[-+*/%^<>=(),.;&|#\\[\\]@?:]"));

  private final String sql;
  private int at;

  private Lexer(String sql) {
    this.sql = sql;
  }

  private record Rule(Kind kind, Pattern pattern) {
    Rule(Kind kind, String regex) {
      this(kind, Pattern.compile(regex));
    }
  }

  static List<Token> tokens(String sql) {
    return new Lexer(sql).all();
  }

  private List<Token> all() {
    List<Token> tokens = new ArrayList<>();
    String gap = gap();
    while (at < sql.length()) {
      Token token = next(gap);
      tokens.add(token);
      at += token.text().length();
      gap = gap();
    }
    return tokens;
  }

  private String gap() {
    int start = at;
    Matcher matcher = GAP.matcher(sql);
    while (matcher.region(at, sql.length()).lookingAt()) {
      at = matcher.end();
    }
    return sql.substring(start, at);
  }

  private Token next(String gap) {
    char first = sql.charAt(at);
    if (first == '\'') {
      return new Token(Kind.STRING, gap, quoted(at, true));
    }
    if (first == '"') {
      return new Token(Kind.QUOTED, gap, quoted(at, false));
    }
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern.matcher(sql).region(at, sql.length());
      if (matcher.lookingAt()) {
        return new Token(rule.kind, gap, matcher.group());
      }
    }
    throw Refusal.syntax(String.valueOf(first));
  }

  private String quoted(int start, boolean escapes) {
    char quote = sql.charAt(start);
    for (int end = start + 1; end < sql.length(); end++) {
      char c = sql.charAt(end);
      if (escapes && c == '\\') {
        end++;
      } else if (c == quote) {
        if (end + 1 == sql.length() || sql.charAt(end + 1) != quote) {
          return sql.substring(start, end + 1);
        }
        end++;
      }
    }
    throw Refusal.byRedshift("unterminated quoted string at or near \"" + quote + "\"");
  }
}
