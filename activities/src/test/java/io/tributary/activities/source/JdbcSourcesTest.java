package io.tributary.activities.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Hosting;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.Source.Tls;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Opens the sandbox's Aurora as the product does, and is refused as it should be. */
@Timeout(60)
class JdbcSourcesTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private static final String PASSWORD = "canary-password-31337";

  private SecretsManagerClient client;
  private JdbcSources sources;

  @BeforeEach
  void open() {
    client = SANDBOX.handle().client(SecretsManagerClient.builder());
    sources = new JdbcSources(new SourceSecrets(client), policy(Duration.ofSeconds(20)));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void readsRowsInOneReadOnlySnapshot() {
    try (SourceConnection connection = sources.open(source(arn(), null, Tls.DISABLE, 1))) {
      assertThat(rows(connection, "SELECT n_name, NULL FROM nation ORDER BY 1 LIMIT 1"))
          .containsExactly("[ALGERIA, null]");
      assertThat(rows(connection, "SHOW transaction_isolation"))
          .containsExactly("[repeatable read]");
      assertThat(
              rows(
                  connection,
                  "SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()"))
          .containsExactly("[tributary]");
      assertFails(
          ErrorCode.SOURCE_FAILED,
          () -> connection.query("DELETE FROM nation RETURNING 1", row -> {}));
    }
  }

  @Test
  void neverLowersTls() {
    assertFails(
        ErrorCode.SOURCE_TLS_REFUSED, () -> sources.open(source(arn(), null, Tls.VERIFY_FULL, 1)));
    assertFails(
        ErrorCode.SOURCE_TLS_REFUSED, () -> sources.open(source(arn(), null, Tls.REQUIRE, 1)));
    assertFails(
        ErrorCode.SOURCE_TLS_REFUSED,
        () -> sources.open(source(arn(), "192.0.2.1", Tls.DISABLE, 1)));
  }

  @Test
  void saysWhatASecretLacksAndNotWhatItHolds() {
    assertFails(
        ErrorCode.SECRET_MISSING, () -> sources.open(source(arn() + "x", null, Tls.DISABLE, 1)));
    String noUser = secret("{\"password\":\"" + PASSWORD + "\"}");
    assertThatThrownBy(() -> sources.open(source(noUser, null, Tls.DISABLE, 1)))
        .hasMessageContaining("'username'")
        .hasMessageNotContaining(PASSWORD);
    String noJson = secret("password=" + PASSWORD);
    assertThatThrownBy(() -> sources.open(source(noJson, null, Tls.DISABLE, 1)))
        .hasMessageContaining("JSON")
        .hasMessageNotContaining(PASSWORD);
    assertThat(new SourceSecret("reader", PASSWORD, null, null).toString())
        .doesNotContain(PASSWORD);
  }

  @Test
  void neverTellsThePasswordThatIsRefused() {
    var aurora = SANDBOX.handle().json().path("sources").path("aurora");
    String wrong =
        secret(
            "{\"username\":\"tributary_reader\",\"password\":\"%s\",\"host\":\"127.0.0.1\",\"port\":%d}"
                .formatted(PASSWORD, aurora.path("port").asInt()));
    assertThatThrownBy(() -> sources.open(source(wrong, null, Tls.DISABLE, 1)))
        .satisfies(e -> assertThat(Failures.code(e)).contains(ErrorCode.SOURCE_LOGIN_REFUSED))
        .hasStackTraceContaining("tributary_reader")
        .satisfies(e -> assertThat(stack(e)).doesNotContain(PASSWORD));
  }

  @Test
  void stopsAStatementThatTakesTooLong() {
    JdbcSources hasty = new JdbcSources(new SourceSecrets(client), policy(Duration.ofMillis(200)));
    try (SourceConnection connection = hasty.open(source(arn(), null, Tls.DISABLE, 1))) {
      assertFails(
          ErrorCode.SOURCE_STATEMENT_TIMEOUT,
          () -> connection.query("SELECT pg_sleep(30)", row -> {}));
    }
  }

  @Test
  void cancelsFromAnotherThread() {
    try (SourceConnection connection = sources.open(source(arn(), null, Tls.DISABLE, 1))) {
      CompletableFuture<Void> query =
          CompletableFuture.runAsync(() -> connection.query("SELECT pg_sleep(30)", row -> {}));
      while (!query.isDone()) {
        connection.cancel();
        Thread.onSpinWait();
      }
      assertThat(query).isCompletedExceptionally();
    }
  }

  @Test
  void opensNoMoreConnectionsThanTheSourceAllows() {
    Source one = source(arn(), null, Tls.DISABLE, 1);
    try (SourceConnection first = sources.open(one)) {
      assertThat(rows(first, "SELECT 1")).hasSize(1);
      assertFails(ErrorCode.SOURCE_BUSY, () -> sources.open(one));
    }
    sources.open(one).close();
  }

  private static void assertFails(ErrorCode code, Runnable call) {
    assertThatThrownBy(call::run)
        .satisfies(e -> assertThat(Failures.code(e)).as(e.toString()).contains(code));
  }

  private static List<String> rows(SourceConnection connection, String sql) {
    List<String> rows = new ArrayList<>();
    connection.query(sql, row -> rows.add(row.toString()));
    return rows;
  }

  private static String stack(Throwable failure) {
    var text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  private String secret(String content) {
    return client
        .createSecret(create -> create.name("test/" + UUID.randomUUID()).secretString(content))
        .arn();
  }

  private static String arn() {
    return SANDBOX.handle().json().path("sources").path("aurora").path("secretArn").asText();
  }

  private static ReadPolicy policy(Duration statement) {
    return new ReadPolicy(
        Duration.ofSeconds(5), statement, Duration.ofSeconds(2), Duration.ofMillis(50), 100);
  }

  private static Source source(String arn, @Nullable String host, Tls tls, int parallel) {
    return new Source(
        "aurora",
        Engine.POSTGRES,
        null,
        null,
        Hosting.AURORA,
        host,
        null,
        "tpch",
        arn,
        null,
        null,
        null,
        null,
        tls,
        Duration.ofHours(1),
        parallel,
        List.of());
  }
}
