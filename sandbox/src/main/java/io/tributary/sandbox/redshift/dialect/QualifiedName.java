package io.tributary.sandbox.redshift.dialect;

import org.jspecify.annotations.Nullable;

/**
 * The name of a relation.
 *
 * @param schema null where the search path decides
 * @param name without quotes
 */
public record QualifiedName(@Nullable String schema, String name) {
  /** Returns the name quoted for SQL. */
  public String sql() {
    return schema == null ? quote(name) : quote(schema) + "." + quote(name);
  }

  /** Returns an identifier quoted for SQL. */
  public static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
