package io.tributary.activities.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Says why a view is stale, as far as the catalogue can tell: it does not name base tables. */
final class Staleness {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Staleness() {}

  /**
   * Returns the sentence.
   *
   * @param flag {@code is_stale} of the catalogue
   * @param staleParents materialized views that it reads and that are stale themselves
   * @param last when it was last refreshed, milliseconds since the epoch; 0 when unknown
   */
  static String why(String flag, List<String> staleParents, long last) {
    if (flag.equals("u")) {
      return "the warehouse cannot tell whether it is stale";
    }
    String since =
        last == 0 ? "" : " since its refresh at " + MINUTE.format(Instant.ofEpochMilli(last));
    if (!staleParents.isEmpty()) {
      return "reads " + String.join(", ", staleParents) + ", stale too" + since;
    }
    return last == 0 ? "was never refreshed, or its tables changed" : "its tables changed" + since;
  }
}
