package io.tributary.workflows.route;

import io.tributary.workflows.environment.Edition;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.WarehouseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of zero-ETL from self-managed databases, through DMS and Glue. */
final class SelfManagedRules {
  static final List<String> NEEDS =
      List.of(
          "a DMS source endpoint, and three subnets from which it reaches the source (whether two"
              + " are enough is not verified)",
          "a KMS key whose policy lets redshift.amazonaws.com and glue.amazonaws.com create grants",
          "SQL Server: full or bulk-logged recovery, full backups, MS-Replication for tables with a"
              + " primary key, sysadmin or the documented lesser rights",
          "a resource policy on the target that names the DMS endpoint");

  private SelfManagedRules() {}

  static Findings check(RouteQuestion question) {
    Source source = question.source();
    Findings findings = new Findings();
    findings.require(
        question.warehouse().kind() == WarehouseKind.PROVISIONED,
        RouteRule.SELF_MANAGED_TARGET,
        "warehouse " + question.warehouse().kind(),
        "Choose a provisioned warehouse, or INCREMENTAL_LOAD.");
    findings.require(
        source.hosting() == Hosting.SELF_MANAGED,
        RouteRule.SELF_MANAGED_HOSTING,
        source.engine() + " on " + source.hosting(),
        source.engine() == Engine.SQL_SERVER
            ? "Choose INCREMENTAL_LOAD."
            : "Choose ZERO_ETL or INCREMENTAL_LOAD.");
    findings.require(
        source.engine() != Engine.MARIADB,
        RouteRule.SELF_MANAGED_ENGINE,
        "engine " + source.engine(),
        "Choose INCREMENTAL_LOAD.");
    if (source.engine() == Engine.SQL_SERVER) {
      sqlServer(source, findings);
    }
    TargetRules.check(question, findings);
    findings.note(true, "Not verified: whether the region offers it, and its price.");
    return findings;
  }

  private static void sqlServer(Source source, Findings findings) {
    String version = source.engineVersion();
    findings.note(version == null, "The version is not said; the preflight verifies 2008 to 2022.");
    findings.require(
        version == null || (Versions.atLeast(version, "2008") && Versions.atLeast("2022", version)),
        RouteRule.SELF_MANAGED_VERSION,
        "SQL Server " + version,
        "Take a version from 2008 to 2022, or choose INCREMENTAL_LOAD.");
    findings.note(source.edition() == null, "The edition is not said; the preflight verifies it.");
    findings.require(
        capturesChanges(source.edition(), version),
        RouteRule.SELF_MANAGED_EDITION,
        source.edition() + " " + version,
        "Take another edition, or choose INCREMENTAL_LOAD with change tracking.");
  }

  /** Returns whether an edition has change data capture; unknown counts as yes, with a note. */
  static boolean capturesChanges(@Nullable Edition edition, @Nullable String version) {
    return switch (edition) {
      case null -> true;
      case ENTERPRISE, DEVELOPER -> true;
      case STANDARD -> version == null || Versions.atLeast(version, "2016");
      case WEB, EXPRESS -> false;
    };
  }
}
