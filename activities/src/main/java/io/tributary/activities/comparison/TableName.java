package io.tributary.activities.comparison;

/**
 * A table on one side.
 *
 * @param schema its schema
 * @param name its name
 */
public record TableName(String schema, String name) {
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
