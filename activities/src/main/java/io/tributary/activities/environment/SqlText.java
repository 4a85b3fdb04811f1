package io.tributary.activities.environment;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a query as can be told without a parser: the text without comments and literals, in
 * lower case. It finds what is certainly wrong; Redshift has the last word.
 */
final class SqlText {
  private static final Pattern NOISE =
      Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("(?<![.\\w$])([a-z_][a-z0-9_$]*)\\s*\\.\\s*([a-z_][a-z0-9_$]*)(?![\\w$])");

  private final String plain;

  private SqlText(String plain) {
    this.plain = plain;
  }

  static SqlText of(String sql) {
    String bare = NOISE.matcher(sql).replaceAll(" ").replace("\"", "");
    return new SqlText(bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip());
  }

  /** Returns whether it begins like a query and has no second statement. */
  boolean isOneQuery() {
    return plain.matches("(select|with)\\b.*") && !plain.contains(";");
  }

  /** Returns the names {@code left.right}: tables with their schemas, and columns with theirs. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(plain);
    while (matcher.find()) {
      names.add(matcher.group(1) + "." + matcher.group(2));
    }
    return names;
  }

  /** Returns whether a clause stands outside all parentheses. */
  boolean atTopLevel(String clause) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      depth += letter == '(' ? 1 : 0;
      if (depth == 0) {
        outside.append(letter);
      }
      depth -= letter == ')' ? 1 : 0;
    }
    return Pattern.compile("\\b" + clause + "\\b").matcher(outside).find();
  }
}
