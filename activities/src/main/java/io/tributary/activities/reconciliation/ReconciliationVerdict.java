package io.tributary.activities.reconciliation;

import io.tributary.activities.report.Texts;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.reconciliation.ReconciliationRequest;
import io.tributary.workflows.reconciliation.TableResult;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a reconciliation came to, in words. */
final class ReconciliationVerdict {
  private final ReconciliationRequest request;
  private final List<TableResult> tables;

  ReconciliationVerdict(ReconciliationReport.Content content) {
    this.request = content.request();
    this.tables = content.result().tables();
  }

  String title() {
    String verb =
        request.mode() == Mode.PLAN ? "Plan for the reconciliation of " : "Reconciliation of ";
    return verb + request.group().name();
  }

  /** Returns the finding in one sentence. */
  String sentence() {
    int all = tables.size();
    if (request.mode() == Mode.PLAN) {
      return Texts.count(all, "table") + " would be compared.";
    }
    if (count(Verdict.EQUAL) == all) {
      return all == 1 ? "The table is equal on both sides." : "All " + all + " tables are equal.";
    }
    List<String> parts = new ArrayList<>();
    part(parts, Verdict.DIFFERENT, count(Verdict.DIFFERENT) == 1 ? "differs" : "differ");
    part(parts, Verdict.ERROR, "could not be compared");
    part(
        parts, Verdict.IN_FLIGHT, count(Verdict.IN_FLIGHT) == 1 ? "is in flight" : "are in flight");
    part(parts, Verdict.CANCELLED, "not compared, the run was stopped");
    part(parts, Verdict.EQUAL, count(Verdict.EQUAL) == 1 ? "is equal" : "are equal");
    return "Of " + Texts.count(all, "table") + ", " + String.join(", ", parts) + ".";
  }

  String tone() {
    if (request.mode() == Mode.PLAN) {
      return "calm";
    }
    if (count(Verdict.DIFFERENT) + count(Verdict.ERROR) > 0) {
      return "bad";
    }
    return count(Verdict.EQUAL) == tables.size() ? "good" : "wait";
  }

  /** Returns what a reader does next. */
  String next() {
    return switch (tone()) {
      case "calm" -> "Nothing was read and nothing was changed.";
      case "good" -> "Source and warehouse hold the same rows.";
      case "wait" -> "What differed at first no longer does, or rows still arrive.";
      default -> "The rows and columns are named below.";
    };
  }

  long count(Verdict verdict) {
    return tables.stream().filter(table -> table.verdict() == verdict).count();
  }

  /** Returns how many rows differ in a table, -1 when rows were not compared. */
  static long differing(TableResult table) {
    return table.missing() < 0 ? -1 : table.missing() + table.extra() + table.changed();
  }

  private void part(List<String> parts, Verdict verdict, String words) {
    if (count(verdict) > 0) {
      parts.add(count(verdict) + " " + words);
    }
  }
}
