package io.tributary.workflows.refresh;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.notification.Notice;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a result means: status, sentence, notice. A run FAILED only when a refresh failed. A view
 * that cannot be refreshed any more, or stands on a cycle, is not the run's failure: no run can
 * mend it. It is in the sentence and raises {@code VIEW_UNREFRESHABLE} until it is gone.
 */
final class RefreshSummary {
  /** So many names fit a sentence. */
  private static final int NAMES = 5;

  private RefreshSummary() {}

  static Status status(List<ViewRefresh> views, boolean stopped) {
    if (stopped) {
      return Status.ABORTED;
    }
    return names(views, Outcome.FAILED).isEmpty() ? Status.SUCCEEDED : Status.FAILED;
  }

  /** Returns one sentence: how many views had which outcome, and the names that matter. */
  static String sentence(List<ViewRefresh> views) {
    List<String> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      List<String> names = names(views, outcome);
      if (!names.isEmpty()) {
        parts.add(
            names.size() + " " + word(outcome) + (loud(outcome) ? " (" + list(names) + ")" : ""));
      }
    }
    return parts.isEmpty() ? "no views" : String.join(", ", parts);
  }

  /** Returns the state of the group, or null when a part of it went well and says nothing of it. */
  static @Nullable Notice notice(RefreshRequest request, RefreshResult result) {
    String code = code(result.views());
    if (code == null && !request.group().whole()) {
      return null;
    }
    return new Notice(
        request.environment().environment(),
        subject(request),
        code,
        sentence(result.views()),
        result.report());
  }

  static String subject(RefreshRequest request) {
    return "refresh " + request.group().name();
  }

  private static @Nullable String code(List<ViewRefresh> views) {
    if (!names(views, Outcome.FAILED).isEmpty()) {
      return ErrorCode.REFRESH_FAILED.name();
    }
    boolean lost =
        !names(views, Outcome.UNREFRESHABLE).isEmpty() || !names(views, Outcome.CYCLE).isEmpty();
    return lost ? ErrorCode.VIEW_UNREFRESHABLE.name() : null;
  }

  private static List<String> names(List<ViewRefresh> views, Outcome outcome) {
    return views.stream().filter(view -> view.outcome() == outcome).map(ViewRefresh::view).toList();
  }

  private static boolean loud(Outcome outcome) {
    return switch (outcome) {
      case FAILED, BLOCKED, UNREFRESHABLE, CYCLE -> true;
      case INCREMENTAL, RECOMPUTED, ALREADY_FRESH, FRESH, PLANNED, CANCELLED -> false;
    };
  }

  private static String list(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    return names.size() > NAMES ? shown + " and " + (names.size() - NAMES) + " more" : shown;
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case INCREMENTAL -> "refreshed incrementally";
      case ALREADY_FRESH -> "refreshed with nothing to do";
      case FRESH -> "not stale";
      case UNREFRESHABLE -> "cannot be refreshed any more";
      case CYCLE -> "on a cycle";
      case PLANNED -> "to refresh";
      case RECOMPUTED, FAILED, BLOCKED, CANCELLED -> outcome.name().toLowerCase(Locale.ROOT);
    };
  }
}
