package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Difference;
import io.tributary.activities.comparison.Difference.Value;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.evidence.RunManifest;
import io.tributary.activities.report.Csv;
import io.tributary.activities.report.Json;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.reconciliation.ReconciliationRequest;
import io.tributary.workflows.reconciliation.ReconciliationResult;
import io.tributary.workflows.reconciliation.TableResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report of a reconciliation in the evidence: {@code report.html}, {@code report.json}, {@code
 * report.csv} with a row per table and {@code differences.csv} with a row per value that differs.
 * Writing it again writes the same files.
 */
final class ReconciliationReport {
  private final EvidenceStore store;

  ReconciliationReport(EvidenceStore store) {
    this.store = store;
  }

  /**
   * Writes the report, then the indexes and the manifest.
   *
   * @return the location of the page
   */
  String write(ReconciliationRequest request, ReconciliationResult result) {
    String environment = request.environment().environment();
    RunEvidence run = new RunEvidence(store, environment, Job.RECONCILIATION.noun(), result.run());
    Content content = content(request, result, new TableFiles(run));
    List<EarlierRun> earlier = EarlierRun.before(store, content);
    String page = run.add("report.html", new ReconciliationPage(content, earlier).bytes());
    run.add("report.json", Json.bytes(content));
    run.add("report.csv", tables(result));
    run.add("differences.csv", differences(content.details()));
    ReconciliationVerdict verdict = new ReconciliationVerdict(content);
    run.finish(
        new RunManifest.Summary(
            verdict.title(), result.status().name(), verdict.sentence(), result.endMillis()));
    return page;
  }

  /** A table that was never looked at has no file: then what the workflow knows is all there is. */
  private static Content content(
      ReconciliationRequest request, ReconciliationResult result, TableFiles files) {
    List<TableDetails> details = new ArrayList<>();
    for (TableResult table : result.tables()) {
      TableDetails read =
          files
              .newest(table.table())
              .filter(found -> found.result().equals(table))
              .orElseGet(() -> new TableDetails(table, null, 1, 0, 0, ""));
      details.add(read.withoutNumbers());
    }
    return new Content(request, result, details);
  }

  private static byte[] tables(ReconciliationResult result) {
    Csv csv =
        new Csv(
            "table",
            "target",
            "verdict",
            "source_rows",
            "warehouse_rows",
            "missing",
            "extra",
            "changed",
            "columns",
            "method",
            "milliseconds",
            "bytes",
            "error");
    for (TableResult table : result.tables()) {
      csv.row(
          table.table(),
          table.target(),
          table.verdict(),
          known(table.sourceRows()),
          known(table.targetRows()),
          known(table.missing()),
          known(table.extra()),
          known(table.changed()),
          String.join(" ", table.columns()),
          table.method(),
          table.millis(),
          table.bytes(),
          table.error());
    }
    return csv.bytes();
  }

  private static @Nullable Long known(long count) {
    return count < 0 ? null : count;
  }

  private static byte[] differences(List<TableDetails> details) {
    Csv csv = new Csv("table", "difference", "key", "columns", "column", "source", "warehouse");
    for (TableDetails table : details) {
      for (Difference difference : table.differences()) {
        String key = key(difference);
        String columns = String.join(" ", difference.columns());
        Object kind = difference.kind();
        if (difference.values().isEmpty()) {
          csv.row(table.result().table(), kind, key, columns, null, null, null);
        }
        for (Value value : difference.values()) {
          csv.row(
              table.result().table(),
              kind,
              key,
              columns,
              value.column(),
              value.left(),
              value.right());
        }
      }
    }
    return csv.bytes();
  }

  /** Returns the key on the side where the row is. */
  static String key(Difference difference) {
    return difference.key().stream()
        .map(value -> value.left() == null ? value.right() : value.left())
        .map(value -> value == null ? "NULL" : value)
        .collect(Collectors.joining(", "));
  }

  /**
   * The content of {@code report.json}.
   *
   * @param request what was asked for
   * @param result what was found
   * @param details by table, in the order of the result
   */
  record Content(
      ReconciliationRequest request, ReconciliationResult result, List<TableDetails> details) {}
}
