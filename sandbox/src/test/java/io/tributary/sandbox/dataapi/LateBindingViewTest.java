package io.tributary.sandbox.dataapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class LateBindingViewTest {
  @RegisterExtension static final InProcessWarehouse WAREHOUSE = new InProcessWarehouse();

  private static final String VIEW =
      "CREATE OR REPLACE VIEW late.v AS SELECT * FROM late.t WITH NO SCHEMA BINDING";

  @BeforeEach
  void schema() {
    WAREHOUSE.must("CREATE SCHEMA late");
  }

  @AfterEach
  void clean() {
    WAREHOUSE.must("DROP SCHEMA late CASCADE");
  }

  @Test
  void mayBeMadeBeforeItsTable() {
    WAREHOUSE.must(VIEW);
    assertThat(WAREHOUSE.error("SELECT * FROM late.v")).contains("does not exist");

    WAREHOUSE.must("CREATE TABLE late.t (a int)", "INSERT INTO late.t VALUES (7)");

    assertThat(WAREHOUSE.value("SELECT a FROM late.v")).isEqualTo("7");
  }

  @Test
  void outlivesItsTable() {
    WAREHOUSE.must("CREATE TABLE late.t (a int)", VIEW, "DROP TABLE late.t");
    assertThat(WAREHOUSE.error("SELECT * FROM late.v")).contains("does not exist");

    WAREHOUSE.must("CREATE TABLE late.t (b varchar(3))", "INSERT INTO late.t VALUES ('new')");

    assertThat(WAREHOUSE.value("SELECT b FROM late.v")).isEqualTo("new");
  }

  @Test
  void seesANewColumn() {
    WAREHOUSE.must(
        "CREATE TABLE late.t (a int)",
        VIEW,
        "ALTER TABLE late.t ADD COLUMN b int",
        "INSERT INTO late.t VALUES (1, 2)");

    assertThat(WAREHOUSE.value("SELECT b FROM late.v")).isEqualTo("2");
  }

  @Test
  void anOrdinaryViewProtectsItsTable() {
    WAREHOUSE.must("CREATE TABLE late.t (a int)", "CREATE VIEW late.early AS SELECT a FROM late.t");

    assertThat(WAREHOUSE.error("DROP TABLE late.t")).contains("other objects depend on it");
  }

  @Test
  void needsQualifiedNames() {
    assertThat(WAREHOUSE.error("CREATE VIEW late.v AS SELECT * FROM t WITH NO SCHEMA BINDING"))
        .contains("should be qualified");
  }

  @Test
  void isDroppedBoundOrNot() {
    WAREHOUSE.must(VIEW, "DROP VIEW late.v", "DROP VIEW IF EXISTS late.v");
    assertThat(WAREHOUSE.error("DROP VIEW late.v")).contains("does not exist");
  }

  @Test
  void keepsItsSchema() {
    WAREHOUSE.must(VIEW);

    assertThat(WAREHOUSE.error("DROP SCHEMA late")).contains("other objects depend on it");
  }
}
