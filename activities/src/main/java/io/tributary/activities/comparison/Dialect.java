package io.tributary.activities.comparison;

/** The SQL of one engine. Every expression it returns has the same value on every engine. */
public interface Dialect {
  /** Returns the engine's name, for reports. */
  String engine();

  /** Returns SQL for the columns in order: name, type, length or NULL. */
  String columns(TableName table);

  /** Returns SQL for the names of the primary key's columns in order. */
  String primaryKey(TableName table);

  /** Returns a name in quotes. */
  default String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns the table's name in SQL. */
  default String quoted(TableName table) {
    return quoted(table.schema()) + "." + quoted(table.name());
  }

  /** Returns a text expression of a column in a form; NULL for NULL. */
  String canonical(Column column, Form form);

  /** Returns the hash of a text expression: the last 60 bits of its MD5 in UTF-8, as bigint. */
  String hash(String text);

  /** Returns the sum of a bigint expression that cannot overflow. */
  String sum(String number);

  /** Returns a text expression as MD5, 32 characters of lower hex. */
  String digest(String text);
}
