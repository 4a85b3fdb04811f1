package io.tributary.activities.environment;

import io.tributary.workflows.environment.Notifications;
import io.tributary.workflows.environment.Schedule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Schedules that a calendar can keep. */
final class ScheduleRules {
  private static final List<String> FIELDS =
      List.of("minute", "hour", "day of the month", "month", "day of the week");
  private static final int[][] RANGES = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
  private static final Pattern PART =
      Pattern.compile("(?:\\*|([0-9]{1,2})(?:-([0-9]{1,2}))?)(?:/([0-9]{1,2}))?");

  private ScheduleRules() {}

  static void check(SpecDraft draft) {
    for (Schedule schedule : draft.list("schedules", Schedule.class)) {
      cron(schedule.cron())
          .ifPresent(
              field ->
                  draft.report(
                      schedule,
                      "cron",
                      SecretGuard.shown(schedule.cron()) + ": the " + field + " does not fit",
                      "Numbers, ranges 1-5, lists 1,3 and steps */15, without names."));
      zone(draft, schedule, schedule.timeZone());
    }
    draft
        .part("notifications", Notifications.class)
        .ifPresent(notifications -> zone(draft, notifications, notifications.timeZone()));
  }

  /** Returns the field that no calendar knows. */
  private static Optional<String> cron(String cron) {
    String[] fields = cron.split(" ");
    for (int i = 0; i < fields.length; i++) {
      for (String part : fields[i].split(",", -1)) {
        if (!fits(part, RANGES[i][0], RANGES[i][1])) {
          return Optional.of(FIELDS.get(i));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fits(String part, int min, int max) {
    var matcher = PART.matcher(part);
    if (!matcher.matches()) {
      return false;
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    String step = matcher.group(3);
    int from = first == null ? min : Integer.parseInt(first);
    int until = last == null ? from : Integer.parseInt(last);
    return from >= min
        && until <= max
        && from <= until
        && (step == null || Integer.parseInt(step) > 0);
  }

  private static void zone(SpecDraft draft, Record owner, String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
      String nearest =
          Nearest.of(zone, known).map(found -> "Did you mean " + found + "? ").orElse("");
      draft.report(
          owner,
          "timeZone",
          SecretGuard.shown(zone) + " is no time zone",
          nearest + "Give a zone of the tz database, like America/Los_Angeles.");
    }
  }
}
