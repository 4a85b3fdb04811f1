package io.tributary.workflows.route;

import static io.tributary.workflows.environment.Engine.MYSQL;
import static io.tributary.workflows.environment.Engine.POSTGRES;

import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import java.util.List;

/** The rules of federated queries. */
final class FederatedRules {
  static final List<String> NEEDS =
      List.of(
          "a way through the network from the warehouse to the source: the same VPC and a security"
              + " group that links them, or enhanced VPC routing",
          "a secret that the warehouse's role may read (GetSecretValue, DescribeSecret,"
              + " GetResourcePolicy, ListSecretVersionIds)",
          "TLS enforced by the source: the external schema has no clause for it");

  private FederatedRules() {}

  static Findings check(RouteQuestion question) {
    Source source = question.source();
    Findings findings = new Findings();
    boolean engine = source.engine() == POSTGRES || source.engine() == MYSQL;
    findings.require(
        engine, RouteRule.FEDERATED_ENGINE, "engine " + source.engine(), detour(source.engine()));
    // Another engine would not become possible by moving it to RDS.
    if (engine) {
      hosting(source, findings);
      version(source, findings);
      schema(source, findings);
    }
    tables(question, findings);
    findings.note(
        source.host() != null && source.host().contains(".cluster-ro-"),
        "A reader endpoint of Aurora can raise \"invalid snapshot\": give an instance endpoint, or"
            + " set pg_federation_repeatable_read to false.");
    return findings;
  }

  private static String detour(Engine engine) {
    return engine == Engine.SQL_SERVER
        ? "Choose INCREMENTAL_LOAD, which works with every warehouse, or ZERO_ETL_SELF_MANAGED with"
            + " a provisioned one. A foreign table in PostgreSQL is no way round."
        : "Choose a route that copies.";
  }

  private static void hosting(Source source, Findings findings) {
    findings.require(
        source.hosting() == Hosting.RDS || source.hosting() == Hosting.AURORA,
        RouteRule.FEDERATED_HOSTING,
        "hosting " + source.hosting(),
        "Move it to RDS or Aurora, or choose another route.");
  }

  private static void version(Source source, Findings findings) {
    String minimum = source.engine() == POSTGRES ? "9.6" : "5.6";
    String version = source.engineVersion();
    if (version == null) {
      findings.note(true, "The engine's version is not said; the preflight verifies " + minimum);
    } else if (source.engine() == POSTGRES || source.hosting() != Hosting.AURORA) {
      // Aurora MySQL has numbers of its own, and all of it is at least MySQL 5.6.
      findings.require(
          Versions.atLeast(version, minimum),
          RouteRule.FEDERATED_VERSION,
          source.engine() + " " + version,
          "Upgrade to " + minimum + " or newer.");
    }
  }

  private static void schema(Source source, Findings findings) {
    Source.ExternalSchema schema = source.externalSchema();
    findings.require(
        source.engine() != MYSQL || schema == null || schema.sourceSchema() == null,
        RouteRule.FEDERATED_MYSQL_SCHEMA,
        "sourceSchema " + (schema == null ? null : schema.sourceSchema()),
        "Leave sourceSchema out: the database is the schema.");
  }

  private static void tables(RouteQuestion question, Findings findings) {
    for (SourceTable table : question.tables()) {
      String name = table.schema() + "." + table.name();
      findings.require(
          !table.foreignTable(),
          RouteRule.FEDERATED_FOREIGN_TABLE,
          "foreign table " + name,
          "Copy it into an ordinary table, or choose INCREMENTAL_LOAD from the engine behind it.");
      findings.require(
          question.warehouse().caseSensitiveIdentifiers()
              || name.chars().noneMatch(Character::isUpperCase),
          RouteRule.FEDERATED_CASE,
          name,
          "Set warehouse.caseSensitiveIdentifiers: true.");
    }
  }
}
