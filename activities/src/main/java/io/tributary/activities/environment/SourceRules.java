package io.tributary.activities.environment;

import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.RouteKind;
import io.tributary.workflows.environment.Source;
import java.util.List;

/** What fits together within one source. */
final class SourceRules {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

  private SourceRules() {}

  static void check(SpecDraft draft) {
    for (Source source : draft.list("sources", Source.class)) {
      engine(draft, source);
      externalSchema(draft, source);
      if (source.tls() == Source.Tls.DISABLE
          && source.host() != null
          && !LOOPBACK.contains(source.host())) {
        draft.report(
            source,
            "tls",
            "DISABLE for " + source.host(),
            "Plain text is for loopback only: give VERIFY_FULL, or REQUIRE.");
      }
    }
  }

  private static void engine(SpecDraft draft, Source source) {
    if (source.edition() != null && source.engine() != Engine.SQL_SERVER) {
      draft.report(
          source,
          "edition",
          source.edition() + " for " + source.engine(),
          "Only SQL Server has an edition here: take it away.");
    }
    boolean aurora = source.engine() == Engine.POSTGRES || source.engine() == Engine.MYSQL;
    if (source.hosting() == Hosting.AURORA && !aurora) {
      draft.report(
          source,
          "hosting",
          "AURORA for " + source.engine(),
          "Aurora has PostgreSQL and MySQL only: give RDS, AZURE or SELF_MANAGED.");
    }
  }

  private static void externalSchema(SpecDraft draft, Source source) {
    Source.ExternalSchema schema = source.externalSchema();
    if (schema != null) {
      federated(draft, source);
    } else if (source.route() == RouteKind.FEDERATED) {
      draft.report(
          source,
          "externalSchema",
          "this is required and missing for route: FEDERATED",
          "Give externalSchema with a name.");
    }
    if (schema != null && source.engine() == Engine.POSTGRES && schema.sourceSchema() == null) {
      draft.report(
          schema,
          "sourceSchema",
          "this is required and missing for PostgreSQL",
          "Give the schema of the source, like public.");
    }
  }

  private static void federated(SpecDraft draft, Source source) {
    boolean engine = source.engine() == Engine.POSTGRES || source.engine() == Engine.MYSQL;
    boolean hosting = source.hosting() == Hosting.AURORA || source.hosting() == Hosting.RDS;
    // A source whose own route is FEDERATED hears it from the route planner, once.
    if (!(engine && hosting) && source.route() != RouteKind.FEDERATED) {
      draft.report(
          source,
          "externalSchema",
          "an external schema over " + source.engine() + " on " + source.hosting(),
          "Redshift reads PostgreSQL and MySQL on RDS and Aurora live, nothing else: take it away,"
              + " and load the tables (INCREMENTAL_LOAD).");
    }
  }
}
