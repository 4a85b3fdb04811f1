package io.tributary.activities.ddl;

import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import org.jspecify.annotations.Nullable;

/**
 * External schemas over federated sources: {@code r_CREATE_EXTERNAL_SCHEMA} of the developer guide.
 */
final class ExternalSchemaDdl {
  private ExternalSchemaDdl() {}

  /**
   * Writes the statement.
   *
   * @param source the source, with an external schema
   * @param at where it listens
   * @throws io.temporal.failure.ApplicationFailure {@code ROUTE_REFUSED} for an engine that
   *     Redshift cannot federate
   */
  static String create(Source source, SourceAddresses.Address at) {
    Source.ExternalSchema schema = schema(source);
    StringBuilder sql = new StringBuilder("CREATE EXTERNAL SCHEMA IF NOT EXISTS ");
    sql.append(SqlText.identifier(schema.name())).append('\n');
    sql.append("FROM ").append(engine(source)).append('\n');
    sql.append("DATABASE ").append(SqlText.literal(source.database()));
    // MySQL has no schemas below the database and Redshift refuses the clause.
    if (source.engine() == Engine.POSTGRES) {
      String remote = schema.sourceSchema() == null ? "public" : schema.sourceSchema();
      sql.append(" SCHEMA ").append(SqlText.literal(remote));
    }
    sql.append('\n').append("URI ").append(SqlText.literal(at.host()));
    sql.append(" PORT ").append(at.port()).append('\n');
    sql.append("IAM_ROLE ").append(role(schema.iamRole())).append('\n');
    return sql.append("SECRET_ARN ").append(SqlText.literal(source.secret())).toString();
  }

  private static Source.ExternalSchema schema(Source source) {
    Source.@Nullable ExternalSchema schema = source.externalSchema();
    if (schema == null) {
      throw new IllegalArgumentException("source " + source.name() + " has no external schema");
    }
    return schema;
  }

  private static String engine(Source source) {
    return switch (source.engine()) {
      case POSTGRES -> "POSTGRES";
      case MYSQL -> "MYSQL";
      case SQL_SERVER, ORACLE, MARIADB ->
          throw Failures.of(
              ErrorCode.ROUTE_REFUSED,
              "source "
                  + source.name()
                  + ": Redshift has no federated query to "
                  + source.engine()
                  + ", only to RDS and Aurora PostgreSQL and MySQL; leave out its externalSchema");
    };
  }

  /** Without CASCADE: views of others over it are not lost by accident. */
  static String drop(String schema) {
    return "DROP SCHEMA IF EXISTS " + SqlText.identifier(schema);
  }

  private static String role(String role) {
    return role.equals("default") ? "default" : SqlText.literal(role);
  }
}
