package io.tributary.workflows.route;

import io.tributary.workflows.environment.Edition;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.RouteKind;
import io.tributary.workflows.environment.RouteLimits;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.SourceTable.Watermark;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.environment.WarehouseKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A source and a warehouse in the words of a table of rules; sound unless said otherwise. */
final class Situation {
  private final Engine engine;
  private final Hosting hosting;
  private final @Nullable String version;
  private @Nullable Edition edition;
  private @Nullable RouteKind asked;
  private @Nullable String cluster = "arn:aws:rds:us-west-2:111122223333:cluster:orders";
  private @Nullable String sourceSchema;
  private @Nullable String host;
  private Duration freshness = Duration.ofHours(1);
  private Warehouse warehouse = serverless(true, true);
  private RouteLimits limits = limits(false);
  private final List<SourceTable> tables = new ArrayList<>();

  private Situation(Engine engine, Hosting hosting, @Nullable String version) {
    this.engine = engine;
    this.hosting = hosting;
    this.version = version;
  }

  static Situation source(Engine engine, Hosting hosting, @Nullable String version) {
    return new Situation(engine, hosting, version);
  }

  Situation asks(RouteKind kind) {
    asked = kind;
    return this;
  }

  Situation edition(Edition name) {
    edition = name;
    return this;
  }

  Situation cluster(@Nullable String arn) {
    cluster = arn;
    return this;
  }

  Situation sourceSchema(String name) {
    sourceSchema = name;
    return this;
  }

  Situation host(String name) {
    host = name;
    return this;
  }

  Situation fresh(Duration age) {
    freshness = age;
    return this;
  }

  Situation caseSensitive(boolean on) {
    warehouse = serverless(true, on);
    return this;
  }

  Situation cluster(String nodeType, int nodes, @Nullable Integer patch, boolean encrypted) {
    warehouse = provisioned(nodeType, nodes, patch, encrypted);
    return this;
  }

  Situation allowRgNodes() {
    limits = limits(true);
    return this;
  }

  Situation table(String name, @Nullable Boolean primaryKey, boolean foreign) {
    tables.add(table(name, primaryKey, foreign, null, null));
    return this;
  }

  Situation watermark(@Nullable Watermark watermark, @Nullable String column) {
    tables.add(table("orders", true, false, watermark, column));
    return this;
  }

  Situation tables(int count) {
    for (int i = 0; i < count; i++) {
      table("t" + i, true, false);
    }
    return this;
  }

  RouteDecision plan() {
    return RoutePlanner.plan(
        new RouteQuestion(source(), asked, tables, freshness, warehouse, limits));
  }

  Source source() {
    return new Source(
        "raptor",
        engine,
        version,
        edition,
        hosting,
        host,
        null,
        "analytics",
        "arn:aws:secretsmanager:us-west-2:111122223333:secret:x",
        cluster,
        asked,
        new Source.ExternalSchema("live", sourceSchema, "default"),
        null,
        Source.Tls.VERIFY_FULL,
        freshness,
        4,
        tables);
  }

  Warehouse warehouse() {
    return warehouse;
  }

  RouteLimits limits() {
    return limits;
  }

  @Override
  public String toString() {
    return asked + " from " + engine + " " + version + " on " + hosting;
  }

  static SourceTable table(
      String name,
      @Nullable Boolean primaryKey,
      boolean foreign,
      @Nullable Watermark watermark,
      @Nullable String column) {
    return new SourceTable(
        "public",
        name,
        null,
        List.of(),
        primaryKey,
        foreign,
        null,
        null,
        watermark,
        column,
        List.of());
  }

  private static RouteLimits limits(boolean rgNodes) {
    return new RouteLimits(
        "3.05.2", "16.4", 2, rgNodes, 180, Duration.ofMinutes(1), Duration.ofMinutes(5));
  }

  private static Warehouse serverless(boolean encrypted, boolean caseSensitive) {
    return warehouse(WarehouseKind.SERVERLESS, encrypted, caseSensitive, null);
  }

  private static Warehouse provisioned(
      String nodeType, int nodes, @Nullable Integer patch, boolean encrypted) {
    return warehouse(
        WarehouseKind.PROVISIONED,
        encrypted,
        true,
        new Warehouse.Provisioned(nodeType, nodes, patch));
  }

  private static Warehouse warehouse(
      WarehouseKind kind,
      boolean encrypted,
      boolean caseSensitive,
      Warehouse.@Nullable Provisioned provisioned) {
    return new Warehouse(
        Warehouse.Management.ADOPT,
        kind,
        "sandbox",
        null,
        "dev",
        null,
        5439,
        encrypted,
        caseSensitive,
        null,
        "default",
        new Warehouse.Serverless(8, null, null),
        provisioned,
        new Warehouse.DataApi(20, 100),
        new TreeMap<>());
  }
}
