package io.tributary.activities.state;

import io.tributary.activities.ddl.SqlText;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import java.util.List;

/**
 * What Tributary made in the warehouse, in {@code tributary.owned_objects}. A row is written before
 * the object is made and confirmed after: an object without a row is somebody else's, and a row
 * that is not confirmed says that nobody knows which definition the object has.
 */
public final class OwnedObjects {
  private final WarehouseStatements statements;

  /** Makes it; nothing is sent. */
  public OwnedObjects(WarehouseStatements statements) {
    this.statements = statements;
  }

  /** Returns all of them; the schema must exist. */
  public List<Owned> all(WarehouseRef warehouse) {
    return statements
        .query(
            warehouse,
            "SELECT kind, object_name, definition, status FROM tributary.owned_objects"
                + " ORDER BY kind, object_name")
        .stream()
        .map(OwnedObjects::owned)
        .toList();
  }

  private static Owned owned(Row row) {
    return new Owned(
        row.text(0).trim(), row.text(1).trim(), row.text(2).trim(), row.text(3).equals("MADE"));
  }

  /** Says that an object is about to be made, or made anew. */
  public void announce(WarehouseRef warehouse, String key, Owned object) {
    put(warehouse, key + "-announce", object, "PENDING");
  }

  /** Says that an object was made. */
  public void confirm(WarehouseRef warehouse, String key, Owned object) {
    put(warehouse, key + "-confirm", object, "MADE");
  }

  /** Says that an object is gone. */
  public void forget(WarehouseRef warehouse, String key, Owned object) {
    statements.execute(
        warehouse, key + "-forget", "DELETE FROM tributary.owned_objects WHERE " + is(object));
  }

  /** Delete and insert in one transaction: a repeat leaves one row, though no key is enforced. */
  private void put(WarehouseRef warehouse, String key, Owned object, String status) {
    statements.transaction(
        warehouse,
        key,
        List.of(
            "DELETE FROM tributary.owned_objects WHERE " + is(object),
            "INSERT INTO tributary.owned_objects"
                + " (kind, object_name, definition, status, changed_at)\nVALUES ("
                + String.join(
                    ", ",
                    SqlText.literal(object.kind()),
                    SqlText.literal(object.name()),
                    SqlText.literal(object.definition()),
                    SqlText.literal(status),
                    "GETDATE()")
                + ")"));
  }

  private static String is(Owned object) {
    return "kind = "
        + SqlText.literal(object.kind())
        + " AND object_name = "
        + SqlText.literal(object.name());
  }

  /**
   * One object.
   *
   * @param kind SCHEMA, EXTERNAL_SCHEMA, VIEW or MATERIALIZED_VIEW
   * @param name its name, {@code schema.object} where it is in a schema
   * @param definition SHA-256 of the statement that makes it, in hex
   * @param confirmed whether it is known to have this definition
   */
  public record Owned(String kind, String name, String definition, boolean confirmed) {}
}
