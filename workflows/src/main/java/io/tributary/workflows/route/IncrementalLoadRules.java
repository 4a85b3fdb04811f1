package io.tributary.workflows.route;

import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.SourceTable.Watermark;
import java.util.List;

/** The rules of incremental loads. */
final class IncrementalLoadRules {
  static final List<String> NEEDS =
      List.of(
          "a worker that reaches the source and may write to the staging bucket",
          "a login that may read the tables and, for SQL Server, view change tracking; never on a"
              + " secondary replica");

  private static final String OLD_TLS_BEFORE = "2017";

  private IncrementalLoadRules() {}

  static Findings check(RouteQuestion question) {
    Findings findings = new Findings();
    question.tables().forEach(table -> table(question.source(), table, findings));
    findings.require(
        question.freshness().compareTo(question.limits().loadFreshness()) >= 0,
        RouteRule.FRESHNESS_LOAD,
        "freshness " + question.freshness(),
        "Promise " + question.limits().loadFreshness() + " or more.");
    String version = question.source().engineVersion();
    findings.note(
        question.source().engine() == Engine.SQL_SERVER
            && version != null
            && !Versions.atLeast(version, OLD_TLS_BEFORE),
        "An old machine may offer TLS 1.0 only, which Java refuses; the preflight names it.");
    return findings;
  }

  private static void table(Source source, SourceTable table, Findings findings) {
    String name = table.schema() + "." + table.name();
    boolean sqlServer = source.engine() == Engine.SQL_SERVER;
    Watermark watermark = table.watermark();
    if (watermark == null) {
      findings.require(
          sqlServer,
          RouteRule.LOAD_WATERMARK,
          name + " has no watermark",
          "Give watermark: COLUMN with watermarkColumn, or FULL.");
      return;
    }
    findings.require(
        sqlServer || watermark == Watermark.COLUMN || watermark == Watermark.FULL,
        RouteRule.LOAD_WATERMARK_ENGINE,
        name + ": " + watermark + " on " + source.engine(),
        "Give watermark: COLUMN with watermarkColumn, or FULL.");
    findings.require(
        watermark != Watermark.COLUMN || table.watermarkColumn() != null,
        RouteRule.LOAD_WATERMARK_COLUMN,
        name + " has no watermarkColumn",
        "Give watermarkColumn: the column that grows with every change.");
    findings.require(
        watermark != Watermark.CDC
            || SelfManagedRules.capturesChanges(source.edition(), source.engineVersion()),
        RouteRule.LOAD_CDC_EDITION,
        source.edition() + " " + source.engineVersion(),
        "Give watermark: CHANGE_TRACKING.");
    findings.note(
        watermark == Watermark.COLUMN || watermark == Watermark.ROWVERSION,
        name + ": deletions are not seen by " + watermark + "; reconciliation finds them.");
  }
}
