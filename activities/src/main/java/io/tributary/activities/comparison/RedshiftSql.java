package io.tributary.activities.comparison;

/** Amazon Redshift. */
public final class RedshiftSql implements Dialect {
  @Override
  public String engine() {
    return "Redshift";
  }

  @Override
  public String columns(TableName table) {
    return "SELECT column_name, data_type, character_maximum_length"
        + " FROM svv_columns WHERE table_schema = "
        + SqlText.literal(table.schema())
        + " AND table_name = "
        + SqlText.literal(table.name())
        + " ORDER BY ordinal_position";
  }

  /** Keys are not enforced there, so none is relied upon: the source's or the specification's. */
  @Override
  public String primaryKey(TableName table) {
    return "SELECT ''::varchar AS column_name WHERE 1 = 0";
  }

  @Override
  public String canonical(Column column, Form form) {
    String name = quoted(column.name());
    return switch (form) {
      case NUMBER -> number(column, name);
      case DOUBLE -> name + "::float8";
      case DAY -> "datediff(day, date '1970-01-01', " + name + ")::varchar";
      case INSTANT ->
          "datediff(microsecond, timestamp '1970-01-01 00:00:00', "
              + utc(column, name)
              + ")::varchar";
      case CLOCK -> "datediff(microsecond, time '00:00:00', " + name + ")::varchar";
      // A cast to varchar without a length could cut the text.
      case EXACT_TEXT -> name;
      case PADDED_TEXT -> "rtrim(" + name + ", ' ')";
      case FLAG -> name + "::int::varchar";
      case UUID -> "lower(" + name + ")";
      case HEX -> "upper(to_hex(" + name + "))";
      case OWN_TEXT -> name + "::varchar(65535)";
    };
  }

  @Override
  public String hash(String text) {
    return "strtol(substring(" + digest(text) + ", 18), 16)";
  }

  @Override
  public String sum(String number) {
    return "sum(" + number + "::decimal(38,0))";
  }

  @Override
  public String digest(String text) {
    return "md5(" + text + ")";
  }

  private static String number(Column column, String name) {
    return switch (column.kind()) {
      case DECIMAL -> SqlText.trimmed(name + "::varchar");
      case BOOLEAN -> name + "::int::varchar";
      default -> name + "::varchar";
    };
  }

  private static String utc(Column column, String name) {
    return switch (column.kind()) {
      case DATE -> name + "::timestamp";
      case ZONED -> "(" + name + " AT TIME ZONE 'UTC')";
      default -> name;
    };
  }
}
