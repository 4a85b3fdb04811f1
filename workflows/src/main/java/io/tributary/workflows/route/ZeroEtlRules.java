package io.tributary.workflows.route;

import static io.tributary.workflows.environment.Engine.MYSQL;
import static io.tributary.workflows.environment.Engine.ORACLE;
import static io.tributary.workflows.environment.Engine.POSTGRES;

import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.environment.WarehouseKind;
import java.util.List;

/** The rules of zero-ETL from Aurora and RDS. */
final class ZeroEtlRules {
  static final List<String> NEEDS =
      List.of(
          "the source's parameters for enhanced logical replication or binary logs, and a reboot"
              + " where they change",
          "a resource policy on the target that names the source",
          "a warehouse whose bill allows a sync at every refresh interval");

  private static final int PATTERNS = 99;
  private static final int PATTERN_LENGTH = 256;

  private ZeroEtlRules() {}

  static Findings check(RouteQuestion question) {
    Findings findings = new Findings();
    source(question.source(), findings);
    version(question, findings);
    filters(question, findings);
    TargetRules.check(question, findings);
    return findings;
  }

  private static void source(Source source, Findings findings) {
    findings.require(
        source.engine() == POSTGRES || source.engine() == MYSQL || source.engine() == ORACLE,
        RouteRule.ZERO_ETL_ENGINE,
        "engine " + source.engine(),
        "Choose ZERO_ETL_SELF_MANAGED or INCREMENTAL_LOAD.");
    findings.require(
        source.hosting() == Hosting.AURORA || source.hosting() == Hosting.RDS,
        RouteRule.ZERO_ETL_HOSTING,
        "hosting " + source.hosting(),
        "Choose ZERO_ETL_SELF_MANAGED or INCREMENTAL_LOAD.");
    findings.require(
        source.engine() != ORACLE || source.hosting() != Hosting.AURORA,
        RouteRule.ZERO_ETL_AURORA_ORACLE,
        "ORACLE on AURORA",
        "Say hosting: RDS.");
    findings.require(
        source.cluster() != null,
        RouteRule.ZERO_ETL_SOURCE_ARN,
        "no cluster",
        "Give cluster: the ARN of the Aurora cluster or RDS instance.");
  }

  private static void version(RouteQuestion question, Findings findings) {
    Source source = question.source();
    String version = source.engineVersion();
    if (version == null) {
      findings.note(true, "The engine's version is not said; the preflight verifies the minimum.");
    } else if (source.hosting() == Hosting.RDS) {
      findings.note(true, "Not verified: the first version on RDS is in no page that was read.");
    } else if (source.engine() == MYSQL) {
      minimum(
          RouteRule.ZERO_ETL_AURORA_MYSQL_VERSION,
          version,
          question.limits().auroraMysqlVersion(),
          findings);
    } else if (source.engine() == POSTGRES) {
      minimum(
          RouteRule.ZERO_ETL_AURORA_POSTGRES_VERSION,
          version,
          question.limits().auroraPostgresVersion(),
          findings);
      findings.note(true, "Not verified: the first Aurora PostgreSQL differs by region.");
    }
  }

  private static void minimum(RouteRule rule, String version, String first, Findings findings) {
    findings.require(
        Versions.atLeast(version, first), rule, version, "Upgrade to " + first + " or newer.");
  }

  private static void filters(RouteQuestion question, Findings findings) {
    int tables = question.tables().size();
    findings.require(
        tables <= PATTERNS,
        RouteRule.ZERO_ETL_FILTER_PATTERNS,
        tables + " tables",
        "List at most " + PATTERNS + " tables.");
    for (SourceTable table : question.tables()) {
      String pattern = question.source().database() + "." + table.schema() + "." + table.name();
      findings.require(
          pattern.length() <= PATTERN_LENGTH,
          RouteRule.ZERO_ETL_FILTER_LENGTH,
          pattern.length() + " characters",
          "Shorten the name of " + table.name() + ".");
      findings.require(
          !table.foreignTable(),
          RouteRule.ZERO_ETL_FOREIGN_TABLE,
          "foreign table " + table.schema() + "." + table.name(),
          "Copy it into an ordinary table, or choose INCREMENTAL_LOAD from the engine behind it.");
    }
    patch(question, findings);
  }

  private static void patch(RouteQuestion question, Findings findings) {
    Warehouse.Provisioned provisioned = question.warehouse().provisioned();
    if (question.warehouse().kind() == WarehouseKind.SERVERLESS || provisioned == null) {
      return;
    }
    int first = question.limits().zeroEtlFilterPatch();
    Integer patch = provisioned.patch();
    findings.note(
        patch == null, "The cluster's patch is not said; filters need " + first + ": verify it.");
    findings.require(
        patch == null || patch >= first,
        RouteRule.ZERO_ETL_FILTER_PATCH,
        "patch " + patch,
        "Let the cluster be maintained up to patch " + first + ".");
  }
}
