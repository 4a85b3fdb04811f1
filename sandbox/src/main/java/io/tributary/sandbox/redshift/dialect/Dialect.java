package io.tributary.sandbox.redshift.dialect;

import io.tributary.sandbox.redshift.dialect.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Understands one statement of Redshift: an allow-list; what is not on it is refused by name. */
public final class Dialect {
  private final Map<String, Form> forms = Forms.all();

  /** Reads a statement that begins with the words of the form. */
  interface Form {
    Command read(String tag, Tokens tokens);
  }

  /**
   * Understands a statement.
   *
   * @param sql one statement, with or without a semicolon
   * @param parameters values of {@code :name}
   * @throws Refusal when Redshift or the sandbox does not run it
   */
  public Command understand(String sql, Map<String, String> parameters) {
    List<Token> tokens = bind(single(sql), parameters);
    if (tokens.isEmpty()) {
      throw Refusal.syntax("");
    }
    for (int words = Math.min(4, tokens.size()); words > 0; words--) {
      String start = start(tokens, words);
      Form form = forms.get(start);
      if (form != null) {
        return form.read(start, new Tokens(tokens.subList(words, tokens.size())));
      }
    }
    throw Refusal.bySandbox(start(tokens, Math.min(3, tokens.size())));
  }

  /** Returns the names of the parameters in a statement. */
  public Set<String> parameters(String sql) {
    Set<String> names = new HashSet<>();
    for (Token token : Lexer.tokens(sql)) {
      if (token.kind() == Kind.PARAMETER) {
        names.add(token.text().substring(1));
      }
    }
    return names;
  }

  /** Returns whether the text holds more than one statement. */
  public boolean isSeveral(String sql) {
    List<Token> tokens = Lexer.tokens(sql);
    return tokens.stream().limit(Math.max(0, tokens.size() - 1)).anyMatch(t -> t.is(";"));
  }

  private static List<Token> single(String sql) {
    List<Token> tokens = Lexer.tokens(sql);
    boolean ended = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";");
    return ended ? tokens.subList(0, tokens.size() - 1) : tokens;
  }

  private static List<Token> bind(List<Token> tokens, Map<String, String> parameters) {
    List<Token> bound = new ArrayList<>();
    for (Token token : tokens) {
      String value =
          token.kind() == Kind.PARAMETER ? parameters.get(token.text().substring(1)) : null;
      bound.add(value == null ? token : new Token(Kind.STRING, token.gap(), Token.quote(value)));
    }
    return bound;
  }

  private static String start(List<Token> tokens, int words) {
    StringBuilder start = new StringBuilder();
    for (Token token : tokens.subList(0, words)) {
      start.append(start.isEmpty() ? "" : " ").append(token.text().toUpperCase(Locale.ROOT));
    }
    return start.toString();
  }
}
