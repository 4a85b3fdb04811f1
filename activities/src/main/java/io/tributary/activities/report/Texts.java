package io.tributary.activities.report;

import io.tributary.workflows.error.ErrorCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as people read them. */
public final class Texts {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Texts() {}

  /** Returns an instant in UTC to the second, or a dash for 0. */
  public static String instant(long epochMillis) {
    return epochMillis == 0 ? "–" : INSTANT.format(Instant.ofEpochMilli(epochMillis));
  }

  /** Returns an instant as ISO text to the millisecond, empty for 0. */
  public static String iso(long epochMillis) {
    return epochMillis == 0 ? "" : Instant.ofEpochMilli(epochMillis).toString();
  }

  /** Returns an age to its leading unit: {@code 8 s}, {@code 5 min}, {@code 3 h}, {@code 12 d}. */
  public static String age(long seconds) {
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
  }

  /** Returns a count with thin spaces between thousands, or a dash when it is unknown (-1). */
  public static String count(long number) {
    return number < 0 ? "–" : String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** Returns a count with its noun: {@code 1 row}, {@code 2 rows}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Returns a duration: {@code 840 ms}, {@code 3.2 s}, {@code 4 min 05 s}, {@code 2 h 10 min}. */
  public static String duration(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
    }
    long seconds = millis / 1_000;
    if (seconds < 3_600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return seconds < 172_800
        ? String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds / 60 % 60)
        : String.format(Locale.ROOT, "%d d %d h", seconds / 86_400, seconds / 3_600 % 24);
  }

  /** Returns a duration that is a round number of its unit: {@code 500 ms}, {@code 24 h}. */
  public static String round(long millis) {
    if (millis % 86_400_000 == 0 && millis > 172_800_000) {
      return millis / 86_400_000 + " d";
    }
    if (millis % 3_600_000 == 0) {
      return millis / 3_600_000 + " h";
    }
    if (millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
  }

  /** Returns a size: {@code 812 B}, {@code 1.4 kB}, {@code 12.0 MB}. */
  public static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /**
   * Returns {@code CODE: sentence} with what the code means and where the runbook says what to do.
   */
  public static Html error(String error) {
    for (ErrorCode code : ErrorCode.values()) {
      if (error.startsWith(code.name() + ": ")) {
        String sentence = error.substring(code.name().length() + 2);
        String runbook = "docs/runbook.md#" + code.anchor();
        return Html.none()
            .add(Html.tag("div", sentence))
            .add(Html.tag("small", code.title() + " · ", Html.tag("code", runbook)));
      }
    }
    return Html.text(error);
  }

  /** Returns a word such as a verdict or outcome as a coloured badge; nothing for an empty one. */
  public static Html badge(String word) {
    if (word.isEmpty()) {
      return Html.none();
    }
    String plain = word.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Html.tag("span", plain).css("badge " + tone(word));
  }

  /** Returns the CSS class of a word's meaning: good, wait, bad or calm. */
  public static String tone(String word) {
    return switch (word) {
      case "SUCCEEDED", "EQUAL", "INCREMENTAL", "RECOMPUTED", "ALREADY_FRESH", "FRESH" -> "good";
      case "DIFFERENT", "FAILED", "ERROR", "UNREFRESHABLE", "CYCLE" -> "bad";
      case "IN_FLIGHT", "BLOCKED", "CANCELLED", "ABORTED" -> "wait";
      default -> "calm";
    };
  }
}
