package io.tributary.activities.state;

import java.util.List;

/**
 * One step of the schema {@code tributary}. Steps are never changed once released; a mistake is put
 * right by a further step.
 *
 * @param version 1, 2, 3 …
 * @param name what it brings, for people
 * @param sqls statements that may stand in a transaction
 */
record Migration(int version, String name, List<String> sqls) {
  /**
   * All steps, in order. Keys are informational on Redshift: repeats are kept out by the writers.
   */
  static List<Migration> all() {
    return List.of(
        new Migration(
            1,
            "refresh history, error ledger, owned objects, service-level samples",
            List.of(
                """
                CREATE TABLE IF NOT EXISTS tributary.refresh_history (
                  statement_id VARCHAR(100) NOT NULL,
                  view_name VARCHAR(260) NOT NULL,
                  outcome VARCHAR(20) NOT NULL,
                  message VARCHAR(1000),
                  row_count BIGINT,
                  duration_ms BIGINT,
                  finished_at TIMESTAMP NOT NULL,
                  PRIMARY KEY (statement_id)
                )""",
                """
                CREATE TABLE IF NOT EXISTS tributary.error_ledger (
                  subject VARCHAR(300) NOT NULL,
                  code VARCHAR(60) NOT NULL,
                  detail VARCHAR(2000),
                  link VARCHAR(1000),
                  raised_at TIMESTAMP NOT NULL,
                  told_at TIMESTAMP,
                  cleared_at TIMESTAMP,
                  cleared_told_at TIMESTAMP
                )""",
                """
                CREATE TABLE IF NOT EXISTS tributary.owned_objects (
                  kind VARCHAR(30) NOT NULL,
                  object_name VARCHAR(260) NOT NULL,
                  definition VARCHAR(64) NOT NULL,
                  status VARCHAR(20) NOT NULL,
                  changed_at TIMESTAMP NOT NULL,
                  PRIMARY KEY (kind, object_name)
                )""",
                """
                CREATE TABLE IF NOT EXISTS tributary.service_level_samples (
                  subject VARCHAR(300) NOT NULL,
                  measure VARCHAR(60) NOT NULL,
                  sampled_at TIMESTAMP NOT NULL,
                  sample DOUBLE PRECISION NOT NULL,
                  promised DOUBLE PRECISION,
                  PRIMARY KEY (subject, measure, sampled_at)
                )""")));
  }
}
