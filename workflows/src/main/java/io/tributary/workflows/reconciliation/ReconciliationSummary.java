package io.tributary.workflows.reconciliation;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.job.RunResult.Status;
import io.tributary.workflows.notification.Notice;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a result means: status, sentence, notice. An error outweighs a difference. */
final class ReconciliationSummary {
  /** So many names fit a sentence. */
  private static final int NAMES = 5;

  private ReconciliationSummary() {}

  static Status status(List<TableResult> tables, boolean stopped) {
    if (stopped) {
      return Status.ABORTED;
    }
    if (!names(tables, Verdict.ERROR).isEmpty()) {
      return Status.FAILED;
    }
    if (!names(tables, Verdict.DIFFERENT).isEmpty()) {
      return Status.DIFFERENT;
    }
    return names(tables, Verdict.IN_FLIGHT).isEmpty() ? Status.SUCCEEDED : Status.IN_FLIGHT;
  }

  /** Returns one sentence: how many tables had which verdict, and the names that matter. */
  static String sentence(List<TableResult> tables) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      List<String> names = names(tables, verdict);
      if (!names.isEmpty()) {
        parts.add(names.size() + " " + word(verdict) + (loud(verdict) ? list(names) : ""));
      }
    }
    return parts.isEmpty() ? "no tables" : String.join(", ", parts);
  }

  /** Returns the state of the group, or null when a part of it went well and says nothing of it. */
  static @Nullable Notice notice(ReconciliationRequest request, ReconciliationResult result) {
    String code = code(result.tables());
    if (code == null && !request.group().whole()) {
      return null;
    }
    return new Notice(
        request.environment().environment(),
        "reconciliation " + request.group().name(),
        code,
        sentence(result.tables()),
        result.report());
  }

  private static @Nullable String code(List<TableResult> tables) {
    if (!names(tables, Verdict.ERROR).isEmpty()) {
      return ErrorCode.COMPARISON_FAILED.name();
    }
    return names(tables, Verdict.DIFFERENT).isEmpty() ? null : ErrorCode.TABLES_DIFFER.name();
  }

  private static List<String> names(List<TableResult> tables, Verdict verdict) {
    return tables.stream()
        .filter(table -> table.verdict() == verdict)
        .map(TableResult::table)
        .toList();
  }

  private static boolean loud(Verdict verdict) {
    return switch (verdict) {
      case DIFFERENT, ERROR -> true;
      case EQUAL, IN_FLIGHT, PLANNED, CANCELLED -> false;
    };
  }

  private static String list(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    String more = names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "";
    return " (" + shown + more + ")";
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case EQUAL -> "equal";
      case DIFFERENT -> "different";
      case IN_FLIGHT -> "in flight";
      case ERROR -> "not compared";
      case PLANNED -> "to compare";
      case CANCELLED -> "stopped";
    };
  }
}
