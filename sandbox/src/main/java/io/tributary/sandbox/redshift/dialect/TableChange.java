package io.tributary.sandbox.redshift.dialect;

import io.tributary.sandbox.redshift.dialect.Command.NoEffect;
import io.tributary.sandbox.redshift.dialect.Command.Reshape;

/** ALTER TABLE. */
final class TableChange {
  private static final String TAG = "ALTER TABLE";

  private TableChange() {}

  /** Reads from the table's name on. */
  static Command read(Tokens tokens) {
    String start = TAG + " " + tokens.name().sql() + " ";
    if (tokens.accept("alter", "column") || tokens.accept("alter")) {
      return alter(start, tokens);
    }
    if (tokens.accept("add")) {
      return add(start, tokens);
    }
    if (tokens.accept("drop", "constraint")) {
      return new NoEffect(TAG, true);
    }
    if (tokens.accept("append")) {
      throw Refusal.bySandbox("ALTER TABLE APPEND");
    }
    if (tokens.accept("row")) {
      throw Refusal.bySandbox("ALTER TABLE ROW LEVEL SECURITY");
    }
    boolean known = tokens.looksAt("drop") || tokens.looksAt("rename") || tokens.looksAt("owner");
    if (!known) {
      throw tokens.syntax();
    }
    String rest = Tokens.text(tokens.rest());
    return new Reshape(TAG, start + rest, false);
  }

  private static Command add(String start, Tokens tokens) {
    if (tokens.looksAt("constraint")
        || tokens.looksAt("primary")
        || tokens.looksAt("unique")
        || tokens.looksAt("foreign")) {
      return new NoEffect(TAG, true);
    }
    tokens.accept("column");
    return new Reshape(TAG, start + "ADD COLUMN " + TableDefinition.column(tokens), false);
  }

  private static Command alter(String start, Tokens tokens) {
    if (tokens.accept("diststyle")
        || tokens.accept("distkey")
        || tokens.accept("sortkey")
        || tokens.accept("compound")
        || tokens.accept("encode")) {
      return new NoEffect(TAG, true);
    }
    String column = tokens.identifier();
    if (tokens.accept("encode")) {
      return new NoEffect(TAG, true);
    }
    tokens.expect("type");
    Types.Type type = Types.column(tokens, column);
    tokens.end();
    if (type.bytes() == 0) {
      throw Refusal.byRedshift("target data type is not supported for ALTER COLUMN TYPE");
    }
    return new Reshape(
        TAG,
        "CALL sandbox.resize_column("
            + Token.quote(start.substring(TAG.length()).strip())
            + ", "
            + Token.quote(column)
            + ", "
            + type.bytes()
            + ")",
        false);
  }
}
