package io.tributary.activities.environment;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.List;

/**
 * What a start input asks for: names of groups or of their members, or everything.
 *
 * @param everything whether nothing was named, or {@code all}
 * @param names the names, each known
 */
record Asked(boolean everything, List<String> names) {
  private static final String ALL = "all";

  /**
   * Reads a request.
   *
   * @param field the input's field, for the message
   * @throws io.temporal.failure.ApplicationFailure {@code INPUT_UNKNOWN_NAME}
   */
  static Asked of(String field, List<String> asked, List<String> groups, List<String> members) {
    List<String> known = new ArrayList<>(groups);
    known.addAll(members);
    for (String name : asked) {
      if (!name.equals(ALL) && !known.contains(name)) {
        throw unknown(field, name, known);
      }
    }
    return new Asked(asked.isEmpty() || asked.contains(ALL), asked);
  }

  boolean wants(String group, String member) {
    return everything || names.contains(group) || names.contains(member);
  }

  private static RuntimeException unknown(String field, String name, List<String> known) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    String nearest =
        Nearest.of(name, known).map(found -> " Did you mean \"" + found + "\"?").orElse("");
    return Failures.of(
        ErrorCode.INPUT_UNKNOWN_NAME,
        "The field "
            + field
            + " names \""
            + shown
            + "\", which the specification does not have."
            + nearest
            + " Accepted: all, "
            + String.join(", ", known)
            + ".");
  }
}
