package io.tributary.activities.environment;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 15m}, {@code 1h 30m}, {@code 14d}. */
final class DurationText {
  static final String ACCEPTED = "a duration like 30s, 15m, 1h 30m or 14d";

  /** What the JSON Schema accepts; the reader also takes ISO 8601, which canonical JSON has. */
  static final String PATTERN = "([0-9]+(ms|s|m|h|d))( [0-9]+(ms|s|m|h|d))*|P.+";

  private static final Pattern PART = Pattern.compile("([0-9]{1,12})(ms|s|m|h|d)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private DurationText() {}

  /** Reads a duration; empty when it is none. */
  static Optional<Duration> parse(String text) {
    try {
      return text.startsWith("P") ? Optional.of(Duration.parse(text)) : parts(text);
    } catch (DateTimeParseException | ArithmeticException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parts(String text) {
    Duration sum = Duration.ZERO;
    for (String part : text.split(" ", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Duration unit = java.util.Objects.requireNonNull(UNITS.get(matcher.group(2)));
      sum = sum.plus(unit.multipliedBy(Long.parseLong(matcher.group(1))));
    }
    return Optional.of(sum);
  }

  /** Writes a duration in the shortest form that {@link #parse} reads back. */
  static String of(Duration duration) {
    StringBuilder text = new StringBuilder();
    part(text, duration.toDaysPart(), "d");
    part(text, duration.toHoursPart(), "h");
    part(text, duration.toMinutesPart(), "m");
    part(text, duration.toSecondsPart(), "s");
    part(text, duration.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void part(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : " ").append(amount).append(unit);
    }
  }
}
