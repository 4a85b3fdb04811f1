package io.tributary.activities.ddl;

import io.tributary.workflows.environment.MaterializedView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Materialized views: {@code materialized-view-create-sql-command} of the developer guide. */
final class MaterializedViewDdl {
  private MaterializedViewDdl() {}

  /** Writes the statement; what is Redshift's default is left out. */
  static String create(MaterializedView view) {
    List<String> lines = new ArrayList<>();
    lines.add("CREATE MATERIALIZED VIEW " + SqlText.qualified(view.name()));
    if (!view.backup()) {
      lines.add("BACKUP NO");
    }
    lines.addAll(distribution(view));
    if (!view.sortKeys().isEmpty()) {
      lines.add(
          view.sortKeys().stream()
              .map(SqlText::identifier)
              .collect(Collectors.joining(", ", "SORTKEY (", ")")));
    }
    if (view.autoRefresh()) {
      lines.add("AUTO REFRESH YES");
    }
    lines.add("AS");
    lines.add(SqlText.query(view.sql()));
    return String.join("\n", lines);
  }

  private static List<String> distribution(MaterializedView view) {
    return switch (view.distribution()) {
      case AUTO -> List.of();
      case EVEN -> List.of("DISTSTYLE EVEN");
      case ALL -> List.of("DISTSTYLE ALL");
      case KEY ->
          List.of(
              "DISTSTYLE KEY",
              "DISTKEY (" + SqlText.identifier(String.valueOf(view.distributionKey())) + ")");
    };
  }

  /** Without CASCADE: views of others that are built on it are not lost by accident. */
  static String drop(String view) {
    return "DROP MATERIALIZED VIEW IF EXISTS " + SqlText.qualified(view);
  }
}
