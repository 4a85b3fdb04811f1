package io.tributary.sandbox.redshift.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites queries and expressions of Redshift for PostgreSQL and refuses what is PostgreSQL's
 * alone.
 */
final class Expressions {
  /** The first argument is a bare word there. */
  private static final Set<String> DATE_PARTS =
      Set.of("dateadd", "date_add", "datediff", "date_diff");

  private static final Map<String, String> RENAMED =
      Map.of("nvl", "coalesce", "date_add", "dateadd", "date_diff", "datediff");

  /** Functions that PostgreSQL has and Redshift has not. */
  private static final Set<String> POSTGRES_ONLY =
      Set.of(
          "array_agg",
          "clock_timestamp",
          "convert_from",
          "convert_to",
          "encode",
          "format",
          "gen_random_uuid",
          "hashtext",
          "json_agg",
          "json_build_object",
          "jsonb_agg",
          "jsonb_build_object",
          "make_date",
          "regexp_matches",
          "row_to_json",
          "statement_timestamp",
          "string_agg",
          "to_json",
          "to_jsonb",
          "unnest",
          "xmlagg");

  private static final Set<String> NOT_PLAYED =
      Set.of(
          "decode",
          "convert",
          "json_parse",
          "json_extract_path_text",
          "approximate",
          "median",
          "qualify");

  /** Word pairs with which only PostgreSQL can do something. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("on", "conflict"),
          List.of("distinct", "on"),
          List.of("for", "update"),
          List.of("for", "share"),
          List.of("filter", "("),
          List.of("array", "["));

  private static final Set<String> SINGLES = Set.of("returning", "lateral", "concurrently");

  private final Tokens tokens;
  private final List<Token> out = new ArrayList<>();

  private Expressions(List<Token> tokens) {
    this.tokens = new Tokens(tokens);
  }

  static List<Token> rewrite(List<Token> tokens) {
    return new Expressions(tokens).all();
  }

  static String text(List<Token> tokens) {
    return Tokens.text(rewrite(tokens));
  }

  private List<Token> all() {
    while (!tokens.atEnd()) {
      refuseForeign();
      Token token = tokens.next();
      if (token.is("::")) {
        out.add(token);
        out.addAll(Types.cast(tokens));
      } else if (token.kind() == Token.Kind.WORD && !afterDot()) {
        word(token);
      } else {
        out.add(token);
      }
    }
    return out;
  }

  private boolean afterDot() {
    return !out.isEmpty() && out.get(out.size() - 1).is(".");
  }

  private void refuseForeign() {
    for (List<String> pair : PAIRS) {
      if (tokens.looksAt(pair.get(0), pair.get(1))) {
        throw Refusal.syntax(pair.get(0));
      }
    }
    for (String single : SINGLES) {
      if (tokens.looksAt(single)) {
        throw Refusal.syntax(single);
      }
    }
  }

  private void word(Token token) {
    String name = token.name();
    if (tokens.looksAt("(")) {
      call(token, name);
    } else if (name.equals("sysdate")) {
      out.add(new Token(Token.Kind.WORD, token.gap(), "sysdate()"));
    } else if (name.equals("minus")) {
      out.add(new Token(Token.Kind.WORD, token.gap(), "EXCEPT"));
    } else {
      out.add(token);
    }
  }

  private void call(Token token, String name) {
    if (POSTGRES_ONLY.contains(name)) {
      throw Refusal.byRedshift("function " + name + "(...) does not exist");
    }
    if (NOT_PLAYED.contains(name)) {
      throw Refusal.bySandbox("function " + name);
    }
    switch (name) {
      case "listagg" -> listagg(token.gap());
      case "cast" -> cast(token);
      default -> {
        out.add(new Token(Token.Kind.WORD, token.gap(), RENAMED.getOrDefault(name, token.text())));
        if (DATE_PARTS.contains(name)) {
          out.add(tokens.next());
          Token part = tokens.next();
          out.add(part.kind() == Token.Kind.WORD ? Token.string(part.name()) : part);
        }
      }
    }
  }

  private void cast(Token token) {
    List<Token> inside = tokens.parenthesis();
    int as = inside.size() - 1;
    for (int depth = 0; as > 0 && (depth != 0 || !inside.get(as).is("as")); as--) {
      depth += inside.get(as).is(")") ? 1 : inside.get(as).is("(") ? -1 : 0;
    }
    Tokens type = new Tokens(inside.subList(as + 1, inside.size()));
    out.add(token);
    out.add(Token.symbol("("));
    out.addAll(rewrite(inside.subList(0, as)));
    out.add(Token.word("AS"));
    out.addAll(Types.cast(type));
    out.addAll(type.rest());
    out.add(Token.symbol(")"));
  }

  /** {@code LISTAGG(x, ',') WITHIN GROUP (ORDER BY y)} is {@code string_agg(x, ',' ORDER BY y)}. */
  private void listagg(String gap) {
    List<List<Token>> arguments = Tokens.split(tokens.parenthesis());
    out.add(new Token(Token.Kind.WORD, gap, "string_agg("));
    Tokens value = new Tokens(arguments.get(0));
    if (value.accept("distinct")) {
      out.add(Token.word("DISTINCT"));
    }
    out.add(Token.symbol("("));
    out.addAll(rewrite(value.rest()));
    out.add(Token.symbol(")::varchar,"));
    out.addAll(arguments.size() > 1 ? rewrite(arguments.get(1)) : List.of(Token.string("")));
    if (tokens.accept("within", "group")) {
      out.addAll(rewrite(tokens.parenthesis()));
    }
    out.add(Token.symbol(")"));
  }
}
