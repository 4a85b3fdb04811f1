package io.tributary.sandbox.redshift.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of Redshift, understood. */
public sealed interface Command {
  /** Returns whether it may run inside a transaction block. */
  default boolean mayRunInTransaction() {
    return true;
  }

  /** Returns the statement's kind as Redshift's catalogue and error texts name it. */
  String tag();

  /** Runs on PostgreSQL as rewritten. */
  record Plain(String tag, String sql) implements Command {}

  /** Runs on PostgreSQL and ends the transaction that it is in. */
  record Truncate(String sql) implements Command {
    @Override
    public String tag() {
      return "TRUNCATE";
    }
  }

  /** Changes what views can be bound to: DROP and ALTER of tables, views and schemas. */
  record Reshape(String tag, String sql, boolean cascade) implements Command {}

  record DropSchema(List<QualifiedName> names, boolean ifExists, boolean cascade)
      implements Command {
    @Override
    public String tag() {
      return "DROP SCHEMA";
    }
  }

  /** Accepted; nothing in PostgreSQL corresponds to it. */
  record NoEffect(String tag, boolean mayRunInTransaction) implements Command {}

  /** BEGIN, COMMIT or ROLLBACK. */
  record TransactionControl(String tag) implements Command {}

  /** A view that is bound when it is used. */
  record CreateLateBindingView(QualifiedName name, boolean replace, String query)
      implements Command {
    @Override
    public String tag() {
      return "CREATE VIEW";
    }
  }

  record CreateMaterializedView(QualifiedName name, ViewDefinition definition, boolean autoRefresh)
      implements Command {
    @Override
    public String tag() {
      return "CREATE MATERIALIZED VIEW";
    }
  }

  record DropView(List<QualifiedName> names, boolean ifExists, boolean cascade) implements Command {
    @Override
    public String tag() {
      return "DROP VIEW";
    }
  }

  record RefreshMaterializedView(QualifiedName name, boolean cascade) implements Command {
    @Override
    public boolean mayRunInTransaction() {
      return false;
    }

    @Override
    public String tag() {
      return "REFRESH MATERIALIZED VIEW";
    }
  }

  record AlterMaterializedView(QualifiedName name, boolean autoRefresh) implements Command {
    @Override
    public String tag() {
      return "ALTER MATERIALIZED VIEW";
    }
  }

  record DropMaterializedView(QualifiedName name, boolean ifExists, boolean cascade)
      implements Command {
    @Override
    public String tag() {
      return "DROP MATERIALIZED VIEW";
    }
  }

  /**
   * @param schema the schema of the source
   * @param uri the host of the source
   */
  record CreateExternalSchema(
      String name,
      boolean ifNotExists,
      String database,
      String schema,
      String uri,
      int port,
      String secretArn,
      @Nullable String role)
      implements Command {
    @Override
    public boolean mayRunInTransaction() {
      return false;
    }

    @Override
    public String tag() {
      return "CREATE EXTERNAL SCHEMA";
    }
  }
}
