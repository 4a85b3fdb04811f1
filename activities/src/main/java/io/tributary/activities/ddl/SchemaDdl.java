package io.tributary.activities.ddl;

/** Ordinary schemas. */
final class SchemaDdl {
  private SchemaDdl() {}

  static String create(String schema) {
    return "CREATE SCHEMA IF NOT EXISTS " + SqlText.identifier(schema);
  }

  /** Without CASCADE: what is still in it is not lost by accident. */
  static String drop(String schema) {
    return "DROP SCHEMA IF EXISTS " + SqlText.identifier(schema);
  }
}
