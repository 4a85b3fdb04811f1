package io.tributary.activities.ddl;

import org.jspecify.annotations.Nullable;

/**
 * Comments, which mark what Tributary owns for whoever looks at the object. Redshift knows comments
 * on tables and views, not on schemas.
 */
final class CommentDdl {
  private static final int LONGEST = 1000;

  private CommentDdl() {}

  static String onView(String view, String environment, @Nullable String comment) {
    return "COMMENT ON VIEW "
        + SqlText.qualified(view)
        + " IS "
        + SqlText.literal(text(environment, comment), LONGEST);
  }

  /** Returns what the comment says. */
  static String text(String environment, @Nullable String comment) {
    String mark =
        "Made by Tributary for the environment " + environment + ": do not change by hand.";
    return comment == null || comment.isBlank() ? mark : comment.strip() + " — " + mark;
  }
}
