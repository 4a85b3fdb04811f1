package io.tributary.activities.refresh;

import io.tributary.activities.report.Texts;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.RunResult;
import io.tributary.workflows.refresh.RefreshRequest;
import io.tributary.workflows.refresh.RefreshResult;
import io.tributary.workflows.refresh.ViewRefresh;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a refresh came to, in words. */
final class RefreshVerdict {
  /** Outcomes after which the view shows what its tables hold. */
  private static final Set<Outcome> CURRENT =
      EnumSet.of(Outcome.INCREMENTAL, Outcome.RECOMPUTED, Outcome.ALREADY_FRESH, Outcome.FRESH);

  private final RefreshRequest request;
  private final RefreshResult result;

  RefreshVerdict(RefreshRequest request, RefreshResult result) {
    this.request = request;
    this.result = result;
  }

  String title() {
    String verb = plan() ? "Plan for the refresh of " : "Refresh of ";
    return verb + request.group().name();
  }

  boolean plan() {
    return request.mode() == Mode.PLAN;
  }

  /** Returns the finding in one sentence. */
  String sentence() {
    int all = result.views().size();
    if (plan()) {
      return count(Outcome.PLANNED) + " of " + Texts.count(all, "view") + " would be refreshed.";
    }
    long current = current();
    String stopped = result.status() == RunResult.Status.ABORTED ? "Stopped: " : "";
    if (current == all) {
      return stopped + (all == 1 ? "The view is current." : "All " + all + " views are current.");
    }
    return stopped + current + " of " + all + " views are current; " + rest() + ".";
  }

  String tone() {
    if (plan()) {
      return "calm";
    }
    if (current() == result.views().size()) {
      return "good";
    }
    return result.status() == RunResult.Status.ABORTED ? "wait" : "bad";
  }

  static boolean isCurrent(ViewRefresh view) {
    return CURRENT.contains(view.outcome());
  }

  /** Returns whether the view is older than promised: one that is current never is. */
  static boolean overdue(ViewRefresh view) {
    boolean promised = view.maxAgeSeconds() > 0 && view.ageSeconds() >= 0;
    return promised && !isCurrent(view) && view.ageSeconds() > view.maxAgeSeconds();
  }

  long current() {
    return result.views().stream().filter(RefreshVerdict::isCurrent).count();
  }

  long count(Outcome outcome) {
    return result.views().stream().filter(view -> view.outcome() == outcome).count();
  }

  private String rest() {
    List<String> parts = new ArrayList<>();
    part(parts, Outcome.FAILED, "failed");
    part(parts, Outcome.UNREFRESHABLE, "cannot be refreshed any more");
    part(parts, Outcome.CYCLE, "in a cycle of dependencies");
    part(parts, Outcome.BLOCKED, "blocked by these");
    part(parts, Outcome.CANCELLED, "cancelled");
    part(parts, Outcome.PLANNED, "planned only");
    return String.join(", ", parts);
  }

  private void part(List<String> parts, Outcome outcome, String words) {
    if (count(outcome) > 0) {
      parts.add(count(outcome) + " " + words);
    }
  }
}
