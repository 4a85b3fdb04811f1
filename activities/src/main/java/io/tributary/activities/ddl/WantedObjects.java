package io.tributary.activities.ddl;

import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.environment.View;
import io.tributary.workflows.environment.WarehouseSchema;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a specification wants in the warehouse, in the order in which it can be made. */
final class WantedObjects {
  private final EnvironmentSpec spec;
  private final SourceAddresses addresses;

  WantedObjects(EnvironmentSpec spec, SourceAddresses addresses) {
    this.spec = spec;
    this.addresses = addresses;
  }

  /** Returns schemas, external schemas, views and materialized views, parents first. */
  List<Wanted> inOrder() {
    List<Wanted> all = new ArrayList<>();
    for (WarehouseSchema schema : spec.schemas()) {
      all.add(
          new Wanted(
              ObjectKind.SCHEMA,
              schema.name(),
              SchemaDdl.create(schema.name()),
              SchemaDdl.drop(schema.name()),
              null,
              List.of()));
    }
    for (Source source : spec.sources()) {
      if (source.externalSchema() != null) {
        all.add(external(source, source.externalSchema()));
      }
    }
    for (View view : spec.views()) {
      all.add(
          new Wanted(
              ObjectKind.VIEW,
              view.name(),
              LateBindingViewDdl.create(view),
              LateBindingViewDdl.drop(view.name()),
              CommentDdl.onView(view.name(), spec.name(), view.comment()),
              List.of()));
    }
    all.addAll(materialized());
    return all;
  }

  private Wanted external(Source source, Source.ExternalSchema schema) {
    return new Wanted(
        ObjectKind.EXTERNAL_SCHEMA,
        schema.name(),
        ExternalSchemaDdl.create(source, addresses.of(source)),
        ExternalSchemaDdl.drop(schema.name()),
        null,
        List.of());
  }

  private List<Wanted> materialized() {
    Map<String, Wanted> waiting = new LinkedHashMap<>();
    for (MaterializedView view : spec.materializedViews()) {
      waiting.put(
          view.name(),
          new Wanted(
              ObjectKind.MATERIALIZED_VIEW,
              view.name(),
              MaterializedViewDdl.create(view),
              MaterializedViewDdl.drop(view.name()),
              CommentDdl.onView(view.name(), spec.name(), view.comment()),
              over(view)));
    }
    List<Wanted> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Wanted> ready =
          waiting.values().stream()
              .filter(view -> view.over().stream().noneMatch(waiting::containsKey))
              .toList();
      if (ready.isEmpty()) {
        throw Failures.of(
            ErrorCode.SPECIFICATION_INVALID,
            "these materialized views read one another in a circle: "
                + String.join(", ", waiting.keySet()));
      }
      ready.forEach(view -> waiting.remove(view.name()));
      ordered.addAll(ready);
    }
    return ordered;
  }

  /** The text decides: whoever reads an object names it with its schema. */
  private List<String> over(MaterializedView view) {
    List<String> found = new ArrayList<>();
    for (MaterializedView other : spec.materializedViews()) {
      if (!other.name().equals(view.name()) && names(view.sql(), other.name())) {
        found.add(other.name());
      }
    }
    for (Source source : spec.sources()) {
      if (source.externalSchema() != null
          && names(view.sql(), source.externalSchema().name() + ".")) {
        found.add(source.externalSchema().name());
      }
    }
    return found;
  }

  private static boolean names(String sql, String name) {
    String open = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    StringBuilder pattern = new StringBuilder("(?i)(?<![\\w\".])");
    String separator = "";
    for (String part : open.split("\\.", -1)) {
      pattern.append(separator).append("\"?").append(Pattern.quote(part)).append("\"?");
      separator = "\\s*\\.\\s*";
    }
    pattern.append(name.endsWith(".") ? "\\s*\\." : "(?![\\w\"])");
    return Pattern.compile(pattern.toString()).matcher(sql).find();
  }
}
