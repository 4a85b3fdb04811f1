package io.tributary.activities.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.activities.ddl.Change.Action;
import io.tributary.activities.state.OwnedObjects.Owned;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is done for every state in which the warehouse can be found. */
class ChangePlanTest {
  private final Map<ObjectKind, Set<String>> existing = new EnumMap<>(ObjectKind.class);
  private final Map<String, Set<String>> readers = new HashMap<>();
  private final List<Owned> owned = new ArrayList<>();

  private final Wanted mart = wanted(ObjectKind.SCHEMA, "mart");
  private final Wanted base = wanted(ObjectKind.MATERIALIZED_VIEW, "mart.base");
  private final Wanted top = wanted(ObjectKind.MATERIALIZED_VIEW, "mart.top", "mart.base");
  private final Wanted view = wanted(ObjectKind.VIEW, "mart.v");

  @Test
  void makesWhatDoesNotExist() {
    assertThat(lines())
        .containsExactly("CREATE mart", "CREATE mart.base", "CREATE mart.top", "CREATE mart.v");
  }

  @Test
  void keepsWhatIsAsSpecified() {
    all();
    assertThat(lines())
        .containsExactly("KEEP mart", "KEEP mart.base", "KEEP mart.top", "KEEP mart.v");
  }

  @Test
  void makesAChangedViewAnewTogetherWithWhatIsBuiltOnIt() {
    all();
    owned.set(1, new Owned("MATERIALIZED_VIEW", "mart.base", "old", true));
    assertThat(lines())
        .containsExactly(
            "DROP mart.top",
            "DROP mart.base",
            "KEEP mart",
            "CREATE mart.base",
            "CREATE mart.top",
            "KEEP mart.v");
  }

  @Test
  void makesAnewWhatAnAttemptLeftUnconfirmed() {
    all();
    owned.set(2, new Owned("MATERIALIZED_VIEW", "mart.top", top.definition(), false));
    assertThat(lines())
        .containsExactly(
            "DROP mart.top", "KEEP mart", "KEEP mart.base", "CREATE mart.top", "KEEP mart.v");
  }

  @Test
  void goesOnWhereADropWasDoneAndTheCreateWasNot() {
    all();
    existing.put(ObjectKind.MATERIALIZED_VIEW, Set.of());
    owned.set(1, new Owned("MATERIALIZED_VIEW", "mart.base", "old", true));
    assertThat(lines())
        .containsExactly("KEEP mart", "CREATE mart.base", "CREATE mart.top", "KEEP mart.v");
  }

  @Test
  void replacesALateBindingViewInOneTransaction() {
    all();
    owned.set(3, new Owned("VIEW", "mart.v", "old", true));
    Change change = changes().getLast();
    assertThat(change.action()).isEqualTo(Action.REPLACE);
    assertThat(change.sqls()).containsExactly(view.drop(), view.create());
  }

  @Test
  void refusesEveryObjectOfSomebodyElseAtOnce() {
    exists(ObjectKind.SCHEMA, "mart");
    exists(ObjectKind.MATERIALIZED_VIEW, "mart.base");
    exists(ObjectKind.VIEW, "mart.v");
    Throwable failure = catchThrowable(this::changes);
    assertThat(Failures.code(failure)).contains(ErrorCode.OBJECT_FOREIGN);
    assertThat(failure).hasMessageContaining("mart.base").hasMessageContaining("mart.v");
  }

  @Test
  void usesASchemaThatIsThereAsItIs() {
    exists(ObjectKind.SCHEMA, "mart");
    assertThat(lines().getFirst()).isEqualTo("KEEP mart");
  }

  @Test
  void refusesToDropWhatSomebodyElseBuiltOn() {
    all();
    owned.set(1, new Owned("MATERIALIZED_VIEW", "mart.base", "old", true));
    readers.put("mart.base", Set.of("finance.theirs"));
    Throwable failure = catchThrowable(this::changes);
    assertThat(Failures.code(failure)).contains(ErrorCode.OBJECT_FOREIGN);
    assertThat(failure).hasMessageContaining("finance.theirs");
  }

  @Test
  void listsWhatLeftTheSpecificationAndDoesNothingToIt() {
    owned.add(new Owned("MATERIALIZED_VIEW", "mart.gone", "x", true));
    exists(ObjectKind.MATERIALIZED_VIEW, "mart.gone");
    Change last = changes().getLast();
    assertThat(last.action()).isEqualTo(Action.ORPHAN);
    assertThat(last.effective()).isFalse();
  }

  private void all() {
    for (Wanted object : List.of(mart, base, top, view)) {
      exists(object.kind(), object.name());
      owned.add(object.owned());
    }
  }

  private void exists(ObjectKind kind, String name) {
    existing.computeIfAbsent(kind, key -> new HashSet<>()).add(name);
  }

  private List<Change> changes() {
    return new ChangePlan(List.of(mart, base, top, view), new Existing(existing, readers), owned)
        .changes();
  }

  private List<String> lines() {
    return changes().stream().map(change -> change.action() + " " + change.name()).toList();
  }

  private static Wanted wanted(ObjectKind kind, String name, String... over) {
    return new Wanted(kind, name, "CREATE " + name, "DROP " + name, null, List.of(over));
  }
}
