package io.tributary.sandbox.redshift.dialect;

import io.tributary.sandbox.redshift.dialect.Command.AlterMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.CreateLateBindingView;
import io.tributary.sandbox.redshift.dialect.Command.CreateMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.DropMaterializedView;
import io.tributary.sandbox.redshift.dialect.Command.DropSchema;
import io.tributary.sandbox.redshift.dialect.Command.DropView;
import io.tributary.sandbox.redshift.dialect.Command.Plain;
import io.tributary.sandbox.redshift.dialect.Command.RefreshMaterializedView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements on views and materialized views. */
final class ViewForms {
  private static final String[] LATE = {"with", "no", "schema", "binding"};

  private ViewForms() {}

  static Command create(Tokens tokens, boolean replace) {
    QualifiedName name = tokens.name();
    String columns = tokens.looksAt("(") ? "(" + Tokens.text(tokens.parenthesis()) + ") " : "";
    tokens.expect("as");
    List<Token> query = tokens.rest();
    int end = query.size() - LATE.length;
    boolean late = end > 0 && new Tokens(query.subList(end, query.size())).looksAt(LATE);
    if (!late) {
      String start = replace ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ";
      return new Plain(
          "CREATE VIEW", start + name.sql() + " " + columns + "AS " + Expressions.text(query));
    }
    if (!columns.isEmpty()) {
      throw Refusal.bySandbox("a column list on a late-binding view");
    }
    requireQualifiedNames(query.subList(0, end));
    return new CreateLateBindingView(name, replace, Expressions.text(query.subList(0, end)));
  }

  private static void requireQualifiedNames(List<Token> query) {
    Set<String> common = new HashSet<>();
    for (int i = 0; i + 2 < query.size(); i++) {
      if (query.get(i).isName() && query.get(i + 1).is("as") && query.get(i + 2).is("(")) {
        common.add(query.get(i).name());
      }
    }
    for (int i = 0; i + 1 < query.size(); i++) {
      boolean source = query.get(i).is("from") || query.get(i).is("join");
      Token name = query.get(i + 1);
      boolean qualified = i + 2 < query.size() && query.get(i + 2).is(".");
      if (source && name.isName() && !qualified && !common.contains(name.name())) {
        throw Refusal.byRedshift(
            "All the relation names inside should be qualified when creating VIEW WITH NO SCHEMA"
                + " BINDING.");
      }
    }
  }

  static Command drop(Tokens tokens) {
    boolean ifExists = tokens.accept("if", "exists");
    return new DropView(names(tokens), ifExists, cascade(tokens));
  }

  static Command dropSchema(Tokens tokens) {
    boolean ifExists = tokens.accept("if", "exists");
    List<QualifiedName> names = names(tokens);
    if (tokens.looksAt("drop")) {
      throw Refusal.bySandbox("DROP EXTERNAL DATABASE");
    }
    return new DropSchema(names, ifExists, cascade(tokens));
  }

  private static List<QualifiedName> names(Tokens tokens) {
    List<QualifiedName> names = new ArrayList<>();
    do {
      names.add(tokens.name());
    } while (tokens.accept(","));
    return names;
  }

  static Command createMaterialized(Tokens tokens) {
    QualifiedName name = tokens.name();
    boolean auto = false;
    while (!tokens.accept("as")) {
      if (tokens.accept("auto", "refresh")) {
        auto = yes(tokens);
      } else if (tokens.looksAt("backup")
          || tokens.looksAt("diststyle")
          || tokens.looksAt("distkey")
          || tokens.looksAt("sortkey")
          || tokens.looksAt("compound")
          || tokens.looksAt("interleaved")) {
        TableDefinition.storage(tokens);
      } else {
        throw tokens.syntax();
      }
    }
    return new CreateMaterializedView(name, ViewDefinition.of(tokens.rest()), auto);
  }

  static Command alterMaterialized(Tokens tokens) {
    QualifiedName name = tokens.name();
    tokens.expect("auto", "refresh");
    boolean auto = yes(tokens);
    tokens.end();
    return new AlterMaterializedView(name, auto);
  }

  static Command dropMaterialized(Tokens tokens) {
    boolean ifExists = tokens.accept("if", "exists");
    return new DropMaterializedView(tokens.name(), ifExists, cascade(tokens));
  }

  static Command refresh(Tokens tokens) {
    return new RefreshMaterializedView(tokens.name(), cascade(tokens));
  }

  private static boolean cascade(Tokens tokens) {
    boolean cascade = tokens.accept("cascade");
    if (!cascade) {
      tokens.accept("restrict");
    }
    tokens.end();
    return cascade;
  }

  private static boolean yes(Tokens tokens) {
    boolean yes = tokens.accept("yes");
    if (!yes) {
      tokens.expect("no");
    }
    return yes;
  }
}
