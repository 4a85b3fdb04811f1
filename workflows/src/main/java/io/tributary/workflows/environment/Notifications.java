package io.tributary.workflows.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people hear of a change of state. Takes effect with the next notification.
 *
 * @param topic The SNS topic that notices are sent to. Absent: they stay in the log and in the
 *     evidence.
 * @param digestAt The time of the daily digest.
 * @param timeZone The zone of {@code digestAt} and of the windows.
 * @param maintenanceWindows Times in which nothing is sent but the digest.
 */
public record Notifications(
    @Format(TextFormat.ARN) @Nullable String topic,
    @Default("08:00") @Format(TextFormat.TIME) String digestAt,
    @Default("UTC") @Format(TextFormat.ZONE) String timeZone,
    List<Window> maintenanceWindows) {

  /**
   * A time in which disturbances are expected.
   *
   * @param days The days of the week. Empty: every day.
   * @param from Its first minute.
   * @param until Its end. Before {@code from}: on the next day.
   */
  public record Window(
      List<Day> days,
      @Format(TextFormat.TIME) String from,
      @Format(TextFormat.TIME) String until) {}

  /** A day of the week. */
  public enum Day {
    /** Monday. */
    MONDAY,
    /** Tuesday. */
    TUESDAY,
    /** Wednesday. */
    WEDNESDAY,
    /** Thursday. */
    THURSDAY,
    /** Friday. */
    FRIDAY,
    /** Saturday. */
    SATURDAY,
    /** Sunday. */
    SUNDAY
  }
}
