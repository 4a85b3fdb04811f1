package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.Part;
import io.tributary.sandbox.SandboxContext;
import io.tributary.sandbox.aws.AwsService;
import io.tributary.sandbox.postgres.PostgresServer;
import io.tributary.sandbox.redshift.Database;
import io.tributary.sandbox.tpch.WarehouseTables;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;

/** The Redshift Serverless workgroup {@code sandbox} with its database {@code dev}. */
public final class Warehouse implements Part {
  private static final String WORKGROUP = "sandbox";
  private static final String DATABASE = "dev";

  private final SandboxContext context;
  private @Nullable PostgresServer server;
  private @Nullable Database database;
  private @Nullable DataApi api;

  public Warehouse(SandboxContext context) {
    this.context = context;
  }

  @Override
  public String name() {
    return "warehouse";
  }

  @Override
  public void start() throws Exception {
    PostgresServer started =
        PostgresServer.start(
            context.state().resolve("warehouse"), () -> context.state().ports().take("warehouse"));
    server = started;
    Database dev = new Database(started, DATABASE, context.secrets()::current);
    database = dev;
    dev.install();
    try (Connection connection = started.connect(DATABASE)) {
      new WarehouseTables(context.options().scale()).ensure(connection);
    }
    DataApi dataApi = new DataApi(dev, context.state().root(), context.conditions());
    api = dataApi;
    dataApi.start();
    String account = context.options().account();
    context
        .services()
        .add(
            new AwsService<>(
                "redshift-data",
                RedshiftDataClient.class,
                caller -> dataApi.of(caller.account().equals(account) ? WORKGROUP : null)));
  }

  @Override
  public Map<String, Object> describe() {
    PostgresServer running = server;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    Map<String, Object> warehouse = new LinkedHashMap<>();
    warehouse.put("WorkgroupName", WORKGROUP);
    warehouse.put("Database", DATABASE);
    warehouse.put("psql", running.psql(DATABASE));
    warehouse.put("host", "127.0.0.1");
    warehouse.put("port", running.port());
    warehouse.put("user", PostgresServer.SUPERUSER);
    warehouse.put("password", running.password());
    return Map.of("warehouse", warehouse);
  }

  @Override
  public void close() {
    if (api != null) {
      api.close();
    }
    if (database != null) {
      database.sessions().close();
    }
    if (server != null) {
      server.close();
    }
  }
}
