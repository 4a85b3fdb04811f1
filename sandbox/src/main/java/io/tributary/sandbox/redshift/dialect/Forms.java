package io.tributary.sandbox.redshift.dialect;

import io.tributary.sandbox.redshift.dialect.Command.NoEffect;
import io.tributary.sandbox.redshift.dialect.Command.Plain;
import io.tributary.sandbox.redshift.dialect.Command.Reshape;
import io.tributary.sandbox.redshift.dialect.Command.TransactionControl;
import io.tributary.sandbox.redshift.dialect.Command.Truncate;
import io.tributary.sandbox.redshift.dialect.Dialect.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements that the sandbox plays, by their first words; the longest match counts. */
final class Forms {
  private static final Set<String> REDSHIFT_SETTINGS =
      Set.of(
          "query_group",
          "auto_mv",
          "enable_case_sensitive_identifier",
          "enable_result_cache_for_session",
          "pg_federation_repeatable_read",
          "wlm_query_slot_count");

  private final Map<String, Form> forms = new HashMap<>();

  private Forms() {}

  static Map<String, Form> all() {
    Forms table = new Forms();
    table.data();
    table.transactions();
    table.tables();
    table.views();
    table.access();
    table.refused();
    return table.forms;
  }

  private void data() {
    for (String tag : List.of("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "EXPLAIN")) {
      put(tag, (t, tokens) -> new Plain(t, t + " " + Expressions.text(tokens.rest())));
    }
    put("(", (t, tokens) -> new Plain("SELECT", "(" + Expressions.text(tokens.rest())));
    put("TRUNCATE", Forms::truncate);
    put("TRUNCATE TABLE", Forms::truncate);
    put("ANALYZE", (t, tokens) -> new NoEffect(t, true));
    put("VACUUM", (t, tokens) -> new NoEffect(t, false));
    put("SET", Forms::set);
    for (String tag : List.of("RESET", "SHOW")) {
      put(tag, (t, tokens) -> new Plain(t, t + " " + Tokens.text(tokens.rest())));
    }
  }

  private static Command truncate(String tag, Tokens tokens) {
    QualifiedName name = tokens.name();
    tokens.end();
    return new Truncate("TRUNCATE TABLE " + name.sql());
  }

  private static Command set(String tag, Tokens tokens) {
    List<Token> setting = tokens.rest();
    boolean redshiftOnly = !setting.isEmpty() && REDSHIFT_SETTINGS.contains(setting.get(0).name());
    return redshiftOnly
        ? new NoEffect(tag, true)
        : new Plain(tag, tag + " " + Tokens.text(setting));
  }

  private void transactions() {
    for (String tag : List.of("BEGIN", "START TRANSACTION")) {
      put(tag, (t, tokens) -> new TransactionControl("BEGIN"));
    }
    for (String tag : List.of("COMMIT", "END")) {
      put(tag, (t, tokens) -> new TransactionControl("COMMIT"));
    }
    for (String tag : List.of("ROLLBACK", "ABORT")) {
      put(tag, (t, tokens) -> new TransactionControl("ROLLBACK"));
    }
    put("LOCK", Forms::lock);
    put("LOCK TABLE", Forms::lock);
  }

  /** Redshift knows one mode, ACCESS EXCLUSIVE. */
  private static Command lock(String tag, Tokens tokens) {
    List<String> names = new ArrayList<>();
    do {
      names.add(tokens.name().sql());
    } while (tokens.accept(","));
    tokens.end();
    return new Plain("LOCK", "LOCK TABLE " + String.join(", ", names));
  }

  private void tables() {
    put("CREATE TABLE", (t, tokens) -> new Plain(t, t + " " + TableDefinition.read(tokens)));
    for (String temporary : List.of("TEMP", "TEMPORARY", "LOCAL TEMP", "LOCAL TEMPORARY")) {
      put(
          "CREATE " + temporary + " TABLE",
          (t, tokens) ->
              new Plain("CREATE TABLE", "CREATE TEMP TABLE " + TableDefinition.read(tokens)));
    }
    put("ALTER TABLE", (t, tokens) -> TableChange.read(tokens));
    put("DROP TABLE", Forms::drop);
    put("CREATE SCHEMA", Forms::createSchema);
    put("DROP SCHEMA", (t, tokens) -> ViewForms.dropSchema(tokens));
    put("ALTER SCHEMA", (t, tokens) -> new Reshape(t, t + " " + Tokens.text(tokens.rest()), false));
    put("COMMENT ON TABLE", Forms::asWritten);
    put("COMMENT ON COLUMN", Forms::asWritten);
    put("COMMENT ON DATABASE", Forms::asWritten);
    put("COMMENT ON VIEW", Forms::commentOnView);
  }

  private static Command asWritten(String tag, Tokens tokens) {
    return new Plain("COMMENT", tag + " " + Tokens.text(tokens.rest()));
  }

  private static Command commentOnView(String tag, Tokens tokens) {
    QualifiedName name = tokens.name();
    tokens.expect("is");
    String text = Tokens.text(tokens.rest());
    return new Plain(
        "COMMENT", "CALL sandbox.comment_on_view(" + Token.quote(name.sql()) + ", " + text + ")");
  }

  private static Command drop(String tag, Tokens tokens) {
    List<Token> rest = tokens.rest();
    boolean cascade = !rest.isEmpty() && rest.get(rest.size() - 1).is("cascade");
    return new Reshape(tag, tag + " " + Tokens.text(rest), cascade);
  }

  private static Command createSchema(String tag, Tokens tokens) {
    String start = tokens.accept("if", "not", "exists") ? "IF NOT EXISTS " : "";
    start += QualifiedName.quote(tokens.identifier());
    if (tokens.accept("authorization")) {
      start += " AUTHORIZATION " + QualifiedName.quote(tokens.identifier());
    }
    if (tokens.accept("quota")) {
      tokens.rest();
    }
    tokens.end();
    return new Plain(tag, tag + " " + start);
  }

  private void views() {
    put("CREATE VIEW", (t, tokens) -> ViewForms.create(tokens, false));
    put("CREATE OR REPLACE VIEW", (t, tokens) -> ViewForms.create(tokens, true));
    put("DROP VIEW", (t, tokens) -> ViewForms.drop(tokens));
    put("CREATE MATERIALIZED VIEW", (t, tokens) -> ViewForms.createMaterialized(tokens));
    put("ALTER MATERIALIZED VIEW", (t, tokens) -> ViewForms.alterMaterialized(tokens));
    put("DROP MATERIALIZED VIEW", (t, tokens) -> ViewForms.dropMaterialized(tokens));
    put("REFRESH MATERIALIZED VIEW", (t, tokens) -> ViewForms.refresh(tokens));
    put("CREATE EXTERNAL SCHEMA", (t, tokens) -> ExternalSchemaForm.read(tokens));
  }

  private void access() {
    for (String tag : List.of("GRANT", "REVOKE")) {
      put(tag, (t, tokens) -> new Plain(t, t + " " + withoutRole(tokens.rest())));
    }
    for (String kind : List.of("ROLE", "USER", "GROUP")) {
      put("DROP " + kind, (t, tokens) -> new Plain(t, t + " " + Tokens.text(tokens.rest())));
      put("CREATE " + kind, (t, tokens) -> new Plain(t, t + " " + login(tokens)));
    }
    put(
        "ALTER DEFAULT PRIVILEGES",
        (t, tokens) -> new Plain(t, t + " " + withoutRole(tokens.rest())));
  }

  /** {@code TO ROLE r} is {@code TO r} on PostgreSQL. */
  private static String withoutRole(List<Token> tokens) {
    return Tokens.text(tokens.stream().filter(t -> !t.is("role")).toList());
  }

  private static String login(Tokens tokens) {
    String name = QualifiedName.quote(tokens.identifier());
    if (tokens.accept("with") && tokens.atEnd()) {
      throw tokens.syntax();
    }
    return tokens.accept("password", "disable") ? name : name + " " + Tokens.text(tokens.rest());
  }

  private void refused() {
    redshift("CREATE INDEX", "SQL command \"CREATE INDEX\" not supported on Redshift tables.");
    redshift(
        "CREATE UNIQUE INDEX", "SQL command \"CREATE INDEX\" not supported on Redshift tables.");
    redshift("CREATE TRIGGER", "SQL command \"CREATE TRIGGER\" not supported on Redshift tables.");
    redshift(
        "CREATE SEQUENCE", "SQL command \"CREATE SEQUENCE\" not supported on Redshift tables.");
    redshift(
        "CREATE EXTENSION", "SQL command \"CREATE EXTENSION\" not supported on Redshift tables.");
    redshift("COMMENT ON SCHEMA", "COMMENT ON SCHEMA is not documented for Redshift");
    redshift(
        "COMMENT ON MATERIALIZED", "COMMENT ON MATERIALIZED VIEW is not documented for Redshift");
    for (String unknown :
        List.of("COPY", "UNLOAD", "CALL", "CREATE DATABASE", "ALTER DATABASE", "DROP DATABASE")) {
      put(
          unknown,
          (t, tokens) -> {
            throw Refusal.bySandbox(t);
          });
    }
  }

  private void redshift(String start, String text) {
    put(
        start,
        (t, tokens) -> {
          throw Refusal.byRedshift(text);
        });
  }

  private void put(String start, Form form) {
    forms.put(start, form);
  }
}
