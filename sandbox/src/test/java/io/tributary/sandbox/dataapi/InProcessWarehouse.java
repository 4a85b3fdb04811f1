package io.tributary.sandbox.dataapi;

import io.tributary.sandbox.postgres.PostgresServer;
import io.tributary.sandbox.redshift.Database;
import io.tributary.sandbox.trouble.Conditions;
import io.tributary.sandbox.trouble.Faults;
import io.tributary.sandbox.trouble.SandboxClock;
import io.tributary.sandbox.trouble.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.Field;

/** The Data API without a wire, over one PostgreSQL for all test classes of the JVM. */
final class InProcessWarehouse implements BeforeAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(InProcessWarehouse.class);

  private Running running = new Running();

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent("running", key -> new Running().start(), Running.class);
  }

  /** The server and what stands on it. */
  static final class Running implements AutoCloseable {
    final Map<String, String> secrets = new ConcurrentHashMap<>();
    final Conditions conditions =
        new Conditions(new SandboxClock(1), new Faults(), new Trouble(false));
    Path folder = Path.of("");
    @org.jspecify.annotations.Nullable PostgresServer server;
    @org.jspecify.annotations.Nullable Database database;
    @org.jspecify.annotations.Nullable DataApi api;

    Running start() {
      try {
        folder = Files.createTempDirectory("warehouse");
        server = PostgresServer.start(folder.resolve("warehouse"), () -> 0);
        database = new Database(server, "dev", name -> Optional.ofNullable(secrets.get(name)));
        database.install();
        api = new DataApi(database, folder, conditions);
        api.start();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    PostgresServer server() {
      if (server == null) {
        throw new IllegalStateException("not started");
      }
      return server;
    }

    DataApi api() {
      if (api == null) {
        throw new IllegalStateException("not started");
      }
      return api;
    }

    /** A second one over the same data, as after a restart. */
    DataApi another() {
      if (database == null) {
        throw new IllegalStateException("not started");
      }
      return new DataApi(database, folder, conditions);
    }

    @Override
    public void close() throws IOException {
      if (api != null) {
        api.close();
      }
      server().close();
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  RedshiftDataClient client() {
    if (running.api == null) {
      throw new IllegalStateException("not started");
    }
    return running.api.of("sandbox");
  }

  Running running() {
    return running;
  }

  /** Runs a statement to its end, whatever that is. */
  DescribeStatementResponse run(String sql) {
    RedshiftDataClient client = client();
    String id =
        client
            .executeStatement(
                r -> r.sql(sql).workgroupName("sandbox").database("dev").waitTimeSeconds(30))
            .id();
    return client.describeStatement(r -> r.id(id).waitTimeSeconds(30));
  }

  /** Runs statements in one transaction. */
  DescribeStatementResponse batch(String... sqls) {
    RedshiftDataClient client = client();
    String id =
        client
            .batchExecuteStatement(
                r -> r.sqls(sqls).workgroupName("sandbox").database("dev").waitTimeSeconds(30))
            .id();
    return client.describeStatement(r -> r.id(id).waitTimeSeconds(30));
  }

  /** Runs statements that must finish. */
  void must(String... sqls) {
    for (String sql : sqls) {
      DescribeStatementResponse answer = run(sql);
      if (!answer.statusAsString().equals("FINISHED")) {
        throw new AssertionError(sql + ": " + answer.statusAsString() + " " + answer.error());
      }
    }
  }

  /** Returns the error of a statement that must fail. */
  String error(String sql) {
    DescribeStatementResponse answer = run(sql);
    if (!answer.statusAsString().equals("FAILED")) {
      throw new AssertionError(sql + ": " + answer.statusAsString());
    }
    return answer.error();
  }

  /** Returns a query's rows, values as text, NULL as null. */
  List<List<String>> rows(String sql) {
    DescribeStatementResponse answer = run(sql);
    if (!answer.statusAsString().equals("FINISHED")) {
      throw new AssertionError(sql + ": " + answer.statusAsString() + " " + answer.error());
    }
    List<List<String>> rows = new ArrayList<>();
    client()
        .getStatementResultPaginator(r -> r.id(answer.id()))
        .forEach(
            page ->
                page.records()
                    .forEach(row -> rows.add(row.stream().map(InProcessWarehouse::text).toList())));
    return rows;
  }

  /** Returns a query's only value. */
  String value(String sql) {
    return rows(sql).get(0).get(0);
  }

  private static String text(Field field) {
    Object value =
        switch (field.type()) {
          case STRING_VALUE -> field.stringValue();
          case LONG_VALUE -> field.longValue();
          case DOUBLE_VALUE -> field.doubleValue();
          case BOOLEAN_VALUE -> field.booleanValue();
          default -> "NULL";
        };
    return String.valueOf(value);
  }

  /** Waits until a statement waits for a lock. */
  void awaitLock() throws SQLException {
    try (Connection connection = running.server().connect("dev");
        Statement statement = connection.createStatement()) {
      boolean waiting = false;
      while (!waiting) {
        try (var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
          waiting = row.next() && row.getInt(1) > 0;
        }
      }
    }
  }

  /** Runs SQL of PostgreSQL behind the Data API's back. */
  void behind(String sql) {
    try (Connection connection = running.server().connect("dev");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
