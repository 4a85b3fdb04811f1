package io.tributary.activities.comparison;

/** PostgreSQL, from version 10. */
public final class PostgresSql implements Dialect {
  @Override
  public String engine() {
    return "PostgreSQL";
  }

  /**
   * Asks the system catalogue: information_schema hides the columns that a login may not read, and
   * a table would then be called equal by the columns that are left.
   */
  @Override
  public String columns(TableName table) {
    return "SELECT name, format_type(type, NULL),"
        + " CASE WHEN type IN ('varchar'::regtype, 'bpchar'::regtype) AND modifier > 4"
        + " THEN modifier - 4 END FROM (SELECT a.attname AS name, a.attnum AS place,"
        + " CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE a.atttypid END AS type,"
        + " CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS modifier"
        + " FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = to_regclass("
        + SqlText.literal(quoted(table))
        + ") AND a.attnum > 0 AND NOT a.attisdropped) c ORDER BY place";
  }

  @Override
  public String primaryKey(TableName table) {
    return "SELECT a.attname FROM pg_index i"
        + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)"
        + " WHERE i.indisprimary AND i.indrelid = to_regclass("
        + SqlText.literal(quoted(table))
        + ") ORDER BY array_position(i.indkey::int2[], a.attnum)";
  }

  @Override
  public String canonical(Column column, Form form) {
    String name = quoted(column.name());
    return switch (form) {
      case NUMBER -> number(column, name);
      case DOUBLE -> name + "::float8::text";
      // The infinities of dates have no number of days: their text equals no number.
      case DAY -> finite(name, name, "(" + name + " - date '1970-01-01')::text");
      case INSTANT -> finite(name, utc(column, name), micros(utc(column, name)));
      case CLOCK -> "(" + sinceMidnight(name) + ")::text";
      case EXACT_TEXT, OWN_TEXT -> name + "::text";
      case PADDED_TEXT -> "rtrim(" + name + "::text, ' ')";
      case FLAG -> name + "::int::text";
      case UUID -> "lower(" + name + "::text)";
      case HEX -> "upper(encode(" + name + ", 'hex'))";
    };
  }

  @Override
  public String hash(String text) {
    return "('x' || substr(" + digest(text) + ", 18))::bit(60)::bigint";
  }

  @Override
  public String sum(String number) {
    return "sum(" + number + ")";
  }

  @Override
  public String digest(String text) {
    return "md5(convert_to(" + text + ", 'UTF8'))";
  }

  private static String number(Column column, String name) {
    return switch (column.kind()) {
      case DECIMAL -> SqlText.trimmed(name + "::text");
      case BOOLEAN -> name + "::int::text";
      default -> name + "::text";
    };
  }

  private static String utc(Column column, String name) {
    return switch (column.kind()) {
      case DATE -> name + "::timestamp";
      case ZONED -> "(" + name + " AT TIME ZONE 'UTC')";
      default -> name;
    };
  }

  private static String finite(String name, String value, String number) {
    return "CASE WHEN isfinite(" + name + ") THEN " + number + " ELSE " + value + "::text END";
  }

  /** Before version 14 extract() gives doubles, so that one product would lose microseconds. */
  private static String micros(String timestamp) {
    return "(extract(epoch FROM date_trunc('second', "
        + timestamp
        + "))::bigint * 1000000 + extract(microseconds FROM "
        + timestamp
        + ")::bigint % 1000000)::text";
  }

  private static String sinceMidnight(String time) {
    return "extract(hour FROM "
        + time
        + ")::bigint * 3600000000 + extract(minute FROM "
        + time
        + ")::bigint * 60000000 + extract(microseconds FROM "
        + time
        + ")::bigint";
  }
}
