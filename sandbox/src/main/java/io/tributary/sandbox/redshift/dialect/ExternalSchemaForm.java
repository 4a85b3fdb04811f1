package io.tributary.sandbox.redshift.dialect;

import io.tributary.sandbox.redshift.dialect.Command.CreateExternalSchema;
import org.jspecify.annotations.Nullable;

/** CREATE EXTERNAL SCHEMA … FROM POSTGRES. */
final class ExternalSchemaForm {
  private static final int DEFAULT_PORT = 5432;

  private String database = "";
  private String schema = "public";
  private String uri = "";
  private int port = DEFAULT_PORT;
  private String secret = "";
  private @Nullable String role;

  private ExternalSchemaForm() {}

  /** Reads from the schema's name on. */
  static Command read(Tokens tokens) {
    boolean ifNotExists = tokens.accept("if", "not", "exists");
    String name = tokens.identifier();
    tokens.expect("from");
    if (!tokens.accept("postgres")) {
      throw Refusal.bySandbox("CREATE EXTERNAL SCHEMA FROM " + tokens.next().text());
    }
    ExternalSchemaForm form = new ExternalSchemaForm();
    while (!tokens.atEnd()) {
      form.clause(tokens);
    }
    form.require("DATABASE", form.database);
    form.require("URI", form.uri);
    form.require("SECRET_ARN", form.secret);
    form.require("IAM_ROLE", form.role == null ? "" : form.role);
    return new CreateExternalSchema(
        name, ifNotExists, form.database, form.schema, form.uri, form.port, form.secret, form.role);
  }

  private void clause(Tokens tokens) {
    if (tokens.accept("database")) {
      database = tokens.string();
    } else if (tokens.accept("schema")) {
      schema = tokens.string();
    } else if (tokens.accept("uri")) {
      uri = tokens.string();
    } else if (tokens.accept("port")) {
      port = Integer.parseInt(tokens.next().text());
    } else if (tokens.accept("secret_arn")) {
      secret = tokens.string();
    } else if (tokens.accept("iam_role")) {
      role = tokens.accept("default") ? "default" : tokens.string();
    } else {
      throw tokens.syntax();
    }
  }

  private void require(String clause, String value) {
    if (value.isEmpty()) {
      throw Refusal.byRedshift("CREATE EXTERNAL SCHEMA FROM POSTGRES needs " + clause);
    }
  }
}
