package io.tributary.activities.refresh;

import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.evidence.RunManifest;
import io.tributary.activities.report.Csv;
import io.tributary.activities.report.Json;
import io.tributary.activities.report.Texts;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.refresh.RefreshRequest;
import io.tributary.workflows.refresh.RefreshResult;
import io.tributary.workflows.refresh.ViewRefresh;

/**
 * The report of a refresh in the evidence: {@code report.html}, {@code report.json}, {@code
 * report.csv} and {@code statements.sql}. Writing it again writes the same files.
 */
public final class RefreshReport {
  private final EvidenceStore store;

  /** Makes the writer. */
  public RefreshReport(EvidenceStore store) {
    this.store = store;
  }

  /**
   * Writes the report, then the indexes and the manifest.
   *
   * @return the location of the page
   */
  public String write(RefreshRequest request, RefreshResult result) {
    String environment = request.environment().environment();
    RunEvidence run = new RunEvidence(store, environment, Job.REFRESH.noun(), result.run());
    String page = run.add("report.html", new RefreshPage(request, result).bytes());
    run.add("report.json", Json.bytes(new Content(request, result)));
    run.add("report.csv", csv(result));
    run.add("statements.sql", statements(result));
    RefreshVerdict verdict = new RefreshVerdict(request, result);
    run.finish(
        new RunManifest.Summary(
            verdict.title(), result.status().name(), verdict.sentence(), result.endMillis()));
    return page;
  }

  private static byte[] csv(RefreshResult result) {
    Csv csv =
        new Csv(
            "view",
            "outcome",
            "started",
            "ended",
            "statement_ms",
            "rows",
            "age_s",
            "promised_age_s",
            "why",
            "error",
            "statement_id");
    for (ViewRefresh view : result.views()) {
      csv.row(
          view.view(),
          view.outcome(),
          Texts.iso(view.startMillis()),
          Texts.iso(view.endMillis()),
          view.statementMillis(),
          view.rows() < 0 ? null : view.rows(),
          view.ageSeconds() < 0 ? null : view.ageSeconds(),
          view.maxAgeSeconds() == 0 ? null : view.maxAgeSeconds(),
          view.why(),
          view.error(),
          view.statementId());
    }
    return csv.bytes();
  }

  /** Only what was submitted is listed, so that the file can be held against the query history. */
  private static String statements(RefreshResult result) {
    StringBuilder sql = new StringBuilder();
    for (ViewRefresh view : result.views()) {
      if (view.statementId() != null) {
        sql.append("-- ").append(view.outcome()).append(", Data API statement ");
        sql.append(view.statementId()).append(", submitted ").append(Texts.iso(view.startMillis()));
        sql.append("\nREFRESH MATERIALIZED VIEW ").append(quoted(view.view())).append(";\n\n");
      }
    }
    return sql.isEmpty() ? "-- No statement was submitted.\n" : sql.toString();
  }

  /** As the workflow writes it. */
  private static String quoted(String view) {
    return '"' + view.replace("\"", "\"\"").replaceFirst("\\.", "\".\"") + '"';
  }

  /**
   * The content of {@code report.json}.
   *
   * @param request what was asked for
   * @param result what was found
   */
  record Content(RefreshRequest request, RefreshResult result) {}
}
