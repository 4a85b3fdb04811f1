package io.tributary.workflows.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.workflows.refresh.ListSchedule.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of starts, and the bound that it promises. */
class ListScheduleTest {
  private static Task task(String name, long millis, String... before) {
    return new Task(name, List.of(before), millis);
  }

  @Test
  void startsTheLongestRemainingPathFirst() {
    ListSchedule schedule =
        new ListSchedule(List.of(task("long", 50), task("head", 10), task("tail", 100, "head")), 1);

    assertThat(schedule.start()).containsExactly("head");
    assertThat(schedule.start()).isEmpty();
    schedule.done("head");
    assertThat(schedule.start()).containsExactly("tail");
    schedule.done("tail");
    assertThat(schedule.start()).containsExactly("long");
    assertThat(schedule.finished()).isFalse();
    schedule.done("long");
    assertThat(schedule.finished()).isTrue();
  }

  @Test
  void aTaskWaitsForAllBeforeItAndForNoOthers() {
    ListSchedule schedule =
        new ListSchedule(
            List.of(
                task("a", 1), task("b", 5), task("c", 1, "a", "elsewhere"), task("d", 1, "a", "b")),
            9);

    assertThat(schedule.start()).containsExactly("b", "a");
    schedule.done("a");
    assertThat(schedule.start()).as("not level by level").containsExactly("c");
    schedule.done("b");
    assertThat(schedule.start()).containsExactly("d");
  }

  @Test
  void aFailureTakesItsDescendantsOnly() {
    ListSchedule schedule =
        new ListSchedule(
            List.of(
                task("a", 1),
                task("b", 1, "a"),
                task("c", 1, "b"),
                task("x", 1),
                task("y", 1, "x")),
            9);
    schedule.start();

    assertThat(schedule.failed("a")).containsExactly("b", "c");
    schedule.done("x");
    assertThat(schedule.start()).containsExactly("y");
    schedule.done("y");
    assertThat(schedule.finished()).isTrue();
  }

  @Test
  void refusesACycle() {
    assertThatThrownBy(() -> new ListSchedule(List.of(task("a", 1, "b"), task("b", 1, "a")), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBoundOfADiamondIsItsLongSide() {
    List<Task> diamond =
        List.of(task("a", 10), task("b", 30, "a"), task("c", 20, "a"), task("d", 10, "b", "c"));

    assertThat(ListSchedule.makespan(diamond, 2)).isEqualTo(50);
    assertThat(ListSchedule.makespan(diamond, 1)).isEqualTo(70);
    assertThat(ListSchedule.makespan(List.of(), 1)).isZero();
  }

  /** Graham: a list schedule takes at most (2 − 1/m) times the best possible. */
  @Test
  void staysWithinGrahamsBoundOnRandomGraphs() {
    Random random = new Random(20261123);
    for (int round = 0; round < 200; round++) {
      List<Task> tasks = random(random, 1 + random.nextInt(40));
      int machines = 1 + random.nextInt(5);
      long work = tasks.stream().mapToLong(Task::millis).sum();
      long path = ListSchedule.makespan(tasks, tasks.size());
      long best = Math.max(path, (work + machines - 1) / machines);

      long makespan = ListSchedule.makespan(tasks, machines);

      assertThat(makespan).isGreaterThanOrEqualTo(best);
      assertThat((double) makespan).isLessThanOrEqualTo(work / (double) machines + path);
    }
  }

  private static List<Task> random(Random random, int size) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> before = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(6) == 0) {
          before.add("t" + j);
        }
      }
      tasks.add(new Task("t" + i, before, 1 + random.nextInt(100)));
    }
    return tasks;
  }
}
