package io.tributary.sandbox.dataapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ExternalSchemaTest {
  @RegisterExtension static final InProcessWarehouse WAREHOUSE = new InProcessWarehouse();

  private static final String ARN =
      "arn:aws:secretsmanager:us-west-2:111122223333:secret:app/source-AbCdEf";

  @BeforeEach
  void source() throws SQLException {
    WAREHOUSE.running().server().createDatabase("source");
    onSource(
        "DROP TABLE IF EXISTS item",
        "DO $$ BEGIN CREATE ROLE reader LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
        "CREATE TABLE item (id bigint PRIMARY KEY, tag uuid, doc jsonb, note text)",
        "INSERT INTO item VALUES (1, '00000000-0000-0000-0000-000000000001', '{\"a\": 1}', 'n')",
        "GRANT SELECT ON item TO reader");
    password("first");
    secret("first");
    WAREHOUSE.must(create("ext"));
  }

  @AfterEach
  void clean() {
    WAREHOUSE.must("DROP SCHEMA IF EXISTS ext CASCADE");
  }

  private static String create(String name) {
    return "CREATE EXTERNAL SCHEMA "
        + name
        + " FROM POSTGRES DATABASE 'source' SCHEMA 'public' URI '127.0.0.1' PORT "
        + WAREHOUSE.running().server().port()
        + " IAM_ROLE default SECRET_ARN '"
        + ARN
        + "'";
  }

  private static void onSource(String... sqls) throws SQLException {
    try (Connection connection = WAREHOUSE.running().server().connect("source");
        Statement statement = connection.createStatement()) {
      for (String sql : sqls) {
        statement.execute(sql);
      }
    }
  }

  private static void password(String password) throws SQLException {
    onSource("ALTER ROLE reader PASSWORD '" + password + "'");
  }

  private static void secret(String password) {
    WAREHOUSE
        .running()
        .secrets
        .put("app/source", "{\"username\":\"reader\",\"password\":\"" + password + "\"}");
  }

  @Test
  void showsTheSourceLive() throws SQLException {
    assertThat(WAREHOUSE.rows("SELECT id, note FROM ext.item")).containsExactly(List.of("1", "n"));

    onSource("UPDATE item SET note = 'changed'");

    assertThat(WAREHOUSE.rows("SELECT id, note FROM ext.item"))
        .containsExactly(List.of("1", "changed"));
  }

  @Test
  void givesTypesThatRedshiftLacksAsText() {
    assertThat(WAREHOUSE.rows("SELECT tag, doc FROM ext.item"))
        .containsExactly(List.of("00000000-0000-0000-0000-000000000001", "{\"a\": 1}"));
    assertThat(
            WAREHOUSE.rows(
                "SELECT columnname, external_type FROM svv_external_columns WHERE schemaname = 'ext' ORDER BY columnnum"))
        .contains(List.of("tag", "character varying(65535)"));
  }

  @Test
  void isListed() {
    assertThat(WAREHOUSE.rows("SELECT schemaname, databasename FROM svv_external_schemas"))
        .containsExactly(List.of("ext", "source"));
    assertThat(WAREHOUSE.value("SELECT esoptions FROM svv_external_schemas"))
        .contains(ARN)
        .doesNotContain("first");
  }

  @Test
  void cannotBeWritten() {
    assertThat(WAREHOUSE.error("DELETE FROM ext.item")).contains("does not allow deletes");
    assertThat(WAREHOUSE.error("INSERT INTO ext.item (id) VALUES (2)"))
        .contains("does not allow inserts");
  }

  @Test
  void followsARotatedSecret() throws SQLException {
    WAREHOUSE.must("SELECT * FROM ext.item");
    password("second");
    secret("second");

    WAREHOUSE.must("SELECT * FROM ext.item");

    secret("wrong");
    assertThat(WAREHOUSE.error("SELECT * FROM ext.item"))
        .contains("password authentication failed")
        .doesNotContain("wrong");
  }

  @Test
  void aMissingSecretIsSaid() {
    WAREHOUSE.running().secrets.remove("app/source");

    assertThat(WAREHOUSE.error(create("other"))).contains("ResourceNotFoundException");
  }

  @Test
  void aMaterializedViewOverItIsAlwaysRecomputed() throws SQLException {
    WAREHOUSE.must("CREATE MATERIALIZED VIEW public.items AS SELECT id, note FROM ext.item");
    onSource("INSERT INTO item (id, note) VALUES (2, 'm')");

    WAREHOUSE.must("REFRESH MATERIALIZED VIEW public.items");

    assertThat(WAREHOUSE.value("SELECT count(*) FROM public.items")).isEqualTo("2");
    assertThat(WAREHOUSE.rows("SELECT is_stale, state FROM svv_mv_info WHERE name = 'items'"))
        .containsExactly(List.of("t", "0"));
    assertThat(WAREHOUSE.rows("SELECT status FROM sys_mv_refresh_history WHERE mv_name = 'items'"))
        .containsExactly(List.of("Refresh successfully recomputed MV from scratch"));
    assertThat(WAREHOUSE.error("DROP SCHEMA ext")).contains("depend");
    WAREHOUSE.must("DROP MATERIALIZED VIEW public.items", "DROP SCHEMA ext");
  }
}
