package io.tributary.activities.ddl;

import io.tributary.activities.ddl.Change.Action;
import io.tributary.activities.state.OwnedObjects.Owned;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is wanted, what exists and what Tributary owns. Asks nothing, changes nothing. */
final class ChangePlan {
  private final List<Wanted> wanted;
  private final Existing existing;
  private final Map<String, Owned> owned = new HashMap<>();
  private final Map<String, Wanted> byName = new HashMap<>();
  private final List<String> foreign = new ArrayList<>();
  private final Set<String> remade = new LinkedHashSet<>();

  ChangePlan(List<Wanted> wanted, Existing existing, List<Owned> owned) {
    this.wanted = wanted;
    this.existing = existing;
    owned.forEach(object -> this.owned.put(object.name(), object));
    wanted.forEach(object -> byName.put(object.name(), object));
  }

  /**
   * Returns the lines: first what is dropped to be made again, dependents first; then every wanted
   * object; then orphans.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code OBJECT_FOREIGN} naming every object in
   *     the way that somebody else owns
   */
  List<Change> changes() {
    for (Wanted object : wanted) {
      judge(object);
    }
    if (!foreign.isEmpty()) {
      throw Failures.of(ErrorCode.OBJECT_FOREIGN, String.join("; ", foreign));
    }
    List<Change> changes = new ArrayList<>();
    for (Wanted object : wanted.reversed()) {
      if (remade.contains(object.name()) && existing.kind(object.name()).isPresent()) {
        changes.add(change(Action.DROP, object, why(object), List.of(object.drop())));
      }
    }
    for (Wanted object : wanted) {
      changes.add(line(object));
    }
    changes.addAll(orphans());
    return changes;
  }

  private void judge(Wanted object) {
    Optional<ObjectKind> kind = existing.kind(object.name());
    if (kind.isEmpty() || adopted(object)) {
      return;
    }
    if (owner(object) == null || kind.get() != object.kind()) {
      foreign.add(
          object.name()
              + " exists as "
              + kind.get()
              + " and was not made by Tributary: rename or drop it, or leave it out of the"
              + " specification");
      return;
    }
    if (!current(object) && object.kind() != ObjectKind.VIEW) {
      remake(object);
    }
  }

  /** An existing schema is used as it is: making it would change nothing. */
  private boolean adopted(Wanted object) {
    return object.kind() == ObjectKind.SCHEMA
        && existing.kind(object.name()).orElse(ObjectKind.VIEW) == ObjectKind.SCHEMA;
  }

  /** What is bound to a dropped object has to go before it and come back after it. */
  private void remake(Wanted object) {
    if (!remade.add(object.name())) {
      return;
    }
    for (String reader : existing.readers(object.name())) {
      Wanted known = byName.get(reader);
      if (known == null) {
        foreign.add(
            reader
                + " is built on "
                + object.name()
                + ", whose definition changed, and is not in the specification: drop it first");
      }
    }
    for (Wanted other : wanted) {
      boolean reads =
          other.over().contains(object.name())
              || existing.readers(object.name()).contains(other.name());
      if (reads && existing.kind(other.name()).isPresent()) {
        remake(other);
      }
    }
  }

  private Change line(Wanted object) {
    if (existing.kind(object.name()).isEmpty() || remade.contains(object.name())) {
      return change(Action.CREATE, object, why(object), statements(object, false));
    }
    if (adopted(object)) {
      return change(Action.KEEP, object, "exists", List.of());
    }
    if (!current(object)) {
      return change(Action.REPLACE, object, why(object), statements(object, true));
    }
    return change(Action.KEEP, object, "is as specified", List.of());
  }

  private static List<String> statements(Wanted object, boolean dropFirst) {
    List<String> sqls = new ArrayList<>();
    if (dropFirst) {
      sqls.add(object.drop());
    }
    sqls.add(object.create());
    return sqls;
  }

  private String why(Wanted object) {
    Owned row = owner(object);
    if (row == null || existing.kind(object.name()).isEmpty()) {
      return "does not exist";
    }
    if (!row.confirmed()) {
      return "an earlier attempt to make it was cut off";
    }
    return row.definition().equals(object.definition())
        ? "is built on what is made anew"
        : "its definition changed";
  }

  private boolean current(Wanted object) {
    Owned row = owner(object);
    return row != null && row.confirmed() && row.definition().equals(object.definition());
  }

  private @Nullable Owned owner(Wanted object) {
    Owned row = owned.get(object.name());
    return row == null || !row.kind().equals(object.kind().name()) ? null : row;
  }

  private List<Change> orphans() {
    return owned.values().stream()
        .filter(row -> !byName.containsKey(row.name()))
        .sorted(Comparator.comparing(Owned::name))
        .map(
            row ->
                new Change(
                    Action.ORPHAN,
                    ObjectKind.valueOf(row.kind()),
                    row.name(),
                    "was made by Tributary and left the specification: drop it by hand or put it"
                        + " back",
                    List.of()))
        .toList();
  }

  private static Change change(Action action, Wanted object, String why, List<String> sqls) {
    return new Change(action, object.kind(), object.name(), why, sqls);
  }
}
