package io.tributary.sandbox.redshift.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The query of a materialized view.
 *
 * @param query for PostgreSQL
 * @param text as written
 * @param blockers what keeps it from being refreshed incrementally, empty where nothing does
 * @param mutable whether it gives another result later without any change of its tables
 */
public record ViewDefinition(String query, String text, List<String> blockers, boolean mutable) {
  private static final Set<String> SET_OPERATIONS = Set.of("union", "intersect", "except", "minus");
  private static final Set<String> AGGREGATES =
      Set.of(
          "listagg",
          "median",
          "percentile_cont",
          "percentile_disc",
          "stddev",
          "stddev_samp",
          "stddev_pop",
          "variance",
          "var_samp",
          "var_pop",
          "bit_and",
          "bit_or",
          "bool_and",
          "bool_or");
  private static final Set<String> MUTABLE =
      Set.of(
          "getdate",
          "sysdate",
          "current_date",
          "current_timestamp",
          "current_time",
          "now",
          "random",
          "timeofday",
          "current_user",
          "session_user");

  private static final Pattern SYSTEM =
      Pattern.compile("(pg|svv|sys|stv|stl|svl|svcs)_.*|information_schema");

  static ViewDefinition of(List<Token> tokens) {
    refuseOrder(tokens);
    refuseSystemTables(tokens);
    boolean mutable = tokens.stream().anyMatch(t -> MUTABLE.contains(lower(t)));
    List<String> blockers = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String blocker = blocker(tokens, i);
      if (!blocker.isEmpty() && !blockers.contains(blocker)) {
        blockers.add(blocker);
      }
    }
    return new ViewDefinition(
        Expressions.text(tokens), Tokens.text(tokens), List.copyOf(blockers), mutable);
  }

  private static void refuseOrder(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && (token.is("order") || token.is("limit") || token.is("offset"))) {
        throw Refusal.byRedshift(
            token.text().toUpperCase(Locale.ROOT)
                + " clause is not supported in materialized views");
      }
    }
  }

  private static void refuseSystemTables(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean source = tokens.get(i - 1).is("from") || tokens.get(i - 1).is("join");
      if (source && SYSTEM.matcher(lower(tokens.get(i))).matches()) {
        throw Refusal.byRedshift(
            "Materialized views cannot be created on system table \""
                + tokens.get(i).text()
                + "\"");
      }
    }
  }

  private static String blocker(List<Token> tokens, int at) {
    String word = lower(tokens.get(at));
    String before = at == 0 ? "" : lower(tokens.get(at - 1));
    String after = at + 1 == tokens.size() ? "" : lower(tokens.get(at + 1));
    if (word.equals("outer")
        || (word.equals("join") && Set.of("left", "right", "full").contains(before))) {
      return "outer join";
    }
    if (SET_OPERATIONS.contains(word)) {
      return "set operation";
    }
    if (word.equals("distinct") && before.equals("(")) {
      return "DISTINCT aggregate";
    }
    if (word.equals("over") && after.equals("(")) {
      return "window function";
    }
    if (AGGREGATES.contains(word) && after.equals("(")) {
      return "aggregate " + word;
    }
    if (MUTABLE.contains(word)) {
      return "mutable function";
    }
    boolean subquery = word.equals("(") && after.equals("select");
    return subquery && !Set.of("from", "join", ",", "as", "(", "").contains(before)
        ? "subquery outside FROM"
        : "";
  }

  private static String lower(Token token) {
    return token.kind() == Token.Kind.QUOTED ? "" : token.text().toLowerCase(Locale.ROOT);
  }
}
