package io.tributary.sandbox.redshift;

import io.tributary.sandbox.redshift.dialect.Command.CreateLateBindingView;
import io.tributary.sandbox.redshift.dialect.Command.DropSchema;
import io.tributary.sandbox.redshift.dialect.Command.DropView;
import io.tributary.sandbox.redshift.dialect.Command.Reshape;
import io.tributary.sandbox.redshift.dialect.QualifiedName;
import io.tributary.sandbox.redshift.dialect.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Views, and what dropping or altering something does to them.
 *
 * <p>PostgreSQL binds a view when it is created and then protects what it reads. A late-binding
 * view is therefore kept as text, taken away before such a change and made again afterwards where
 * that is possible.
 */
final class Views {
  private static final String REGISTERED = " WHERE schema_name = ? AND name = ?";

  private final MaterializedViews materializedViews;

  Views(MaterializedViews materializedViews) {
    this.materializedViews = materializedViews;
  }

  /** Makes the late-binding views that can be made now. */
  static void bind(Connection connection) throws SQLException {
    Sql.run(connection, "CALL sandbox.bind_views()");
  }

  static void createLate(Connection connection, CreateLateBindingView create) throws SQLException {
    QualifiedName name = qualified(create.name());
    boolean known = isLate(connection, name);
    if (known && !create.replace()) {
      throw Refusal.byRedshift("relation \"" + name.name() + "\" already exists");
    }
    if (known) {
      Sql.run(connection, "DROP VIEW IF EXISTS " + name.sql());
    }
    Sql.update(
        connection,
        "INSERT INTO sandbox.late_binding_view (schema_name, name, query) VALUES (?, ?, ?)"
            + " ON CONFLICT (schema_name, name) DO UPDATE SET query = excluded.query",
        String.valueOf(name.schema()),
        name.name(),
        create.query());
    bind(connection);
  }

  void reshape(Connection connection, Reshape reshape) throws SQLException {
    change(connection, reshape.cascade(), () -> Sql.run(connection, reshape.sql()));
    if (reshape.tag().equals("DROP TABLE") && materializedViews.forgetDropped(connection) > 0) {
      throw Refusal.byRedshift(
          "a materialized view is not a table\n  Hint: Use DROP MATERIALIZED VIEW.");
    }
  }

  void drop(Connection connection, DropView drop) throws SQLException {
    change(
        connection,
        drop.cascade(),
        () -> {
          for (QualifiedName name : drop.names()) {
            dropOne(connection, name, drop.ifExists(), drop.cascade());
          }
        });
  }

  private static void dropOne(
      Connection connection, QualifiedName name, boolean ifExists, boolean cascade)
      throws SQLException {
    int late =
        Sql.update(
            connection,
            "DELETE FROM sandbox.late_binding_view" + REGISTERED,
            String.valueOf(qualified(name).schema()),
            name.name());
    if (late == 0) {
      Sql.run(
          connection,
          "DROP VIEW " + (ifExists ? "IF EXISTS " : "") + name.sql() + (cascade ? " CASCADE" : ""));
    }
  }

  void dropSchemas(Connection connection, DropSchema drop, ExternalSchemas external)
      throws SQLException {
    change(
        connection,
        drop.cascade(),
        () -> {
          for (QualifiedName name : drop.names()) {
            if (!external.drop(connection, name.name())) {
              refuseWithViews(connection, name, drop.cascade());
              Sql.run(
                  connection,
                  "DROP SCHEMA "
                      + (drop.ifExists() ? "IF EXISTS " : "")
                      + name.sql()
                      + (drop.cascade() ? " CASCADE" : ""));
            }
          }
        });
    materializedViews.forgetDropped(connection);
  }

  private static void refuseWithViews(Connection connection, QualifiedName name, boolean cascade)
      throws SQLException {
    int views =
        Sql.update(
            connection, "DELETE FROM sandbox.late_binding_view WHERE schema_name = ?", name.name());
    if (views > 0 && !cascade) {
      throw dependent("schema " + name.name());
    }
  }

  /** Something that may throw what JDBC throws. */
  @FunctionalInterface
  private interface Change {
    void apply() throws SQLException;
  }

  private void change(Connection connection, boolean cascade, Change change) throws SQLException {
    Set<Long> orphaned = materializedViews.withoutBase(connection);
    Sql.run(connection, "CALL sandbox.unbind_views()");
    change.apply();
    for (boolean more = true; more; ) {
      List<Long> views =
          materializedViews.withoutBase(connection).stream()
              .filter(view -> !orphaned.contains(view))
              .toList();
      if (!views.isEmpty() && !cascade) {
        throw dependent("it");
      }
      for (long view : views) {
        materializedViews.drop(connection, view);
      }
      more = !views.isEmpty();
    }
    bind(connection);
  }

  private static Refusal dependent(String what) {
    return Refusal.byRedshift(
        "cannot drop "
            + what
            + " because other objects depend on it\n"
            + "  Hint: Use DROP ... CASCADE to drop the dependent objects too.");
  }

  private static boolean isLate(Connection connection, QualifiedName name) throws SQLException {
    return !Sql.list(
            connection,
            row -> row.getInt(1),
            "SELECT 1 FROM sandbox.late_binding_view" + REGISTERED,
            String.valueOf(name.schema()),
            name.name())
        .isEmpty();
  }

  private static QualifiedName qualified(QualifiedName name) {
    return name.schema() == null ? new QualifiedName("public", name.name()) : name;
  }
}
