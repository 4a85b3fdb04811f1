package io.tributary.sandbox.dataapi;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.Field;

/**
 * A column of a result.
 *
 * @param type Redshift's name of the type
 * @param nullable 0 no, 1 yes, 2 unknown
 */
record Column(String name, String type, int precision, int scale, int nullable, String table) {
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "oid");
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "float4", "float8", "numeric");
  private static final Map<String, String> REDSHIFT =
      Map.of("text", "varchar", "name", "varchar", "serial", "int4", "bigserial", "int8");

  static List<Column> of(ResultSetMetaData data) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      String type = data.getColumnTypeName(i);
      columns.add(
          new Column(
              data.getColumnLabel(i),
              REDSHIFT.getOrDefault(type, type),
              data.getPrecision(i),
              data.getScale(i),
              data.isNullable(i),
              data.getTableName(i)));
    }
    return columns;
  }

  @Nullable String read(ResultSet row, int at) throws SQLException {
    return row.getString(at);
  }

  /** The value as the Data API types it: numerics, dates and times are text. */
  Field field(@Nullable String value) {
    if (value == null) {
      return Field.builder().isNull(true).build();
    }
    if (INTEGERS.contains(type)) {
      return Field.builder().longValue(Long.valueOf(value)).build();
    }
    return switch (type) {
      case "float4", "float8" -> Field.builder().doubleValue(Double.valueOf(value)).build();
      case "bool" -> Field.builder().booleanValue(value.equals("t")).build();
      default -> Field.builder().stringValue(value).build();
    };
  }

  ColumnMetadata metadata() {
    boolean number = NUMBERS.contains(type);
    return ColumnMetadata.builder()
        .name(name)
        .label(name)
        .typeName(type)
        .precision(precision)
        .scale(scale)
        .length(number ? 0 : precision)
        .nullable(nullable)
        .isSigned(number)
        .isCurrency(false)
        .isCaseSensitive(!number)
        .tableName(table)
        .schemaName("")
        .build();
  }
}
