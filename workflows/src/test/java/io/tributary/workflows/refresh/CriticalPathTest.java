package io.tributary.workflows.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The longest chain of dependent refreshes. */
class CriticalPathTest {
  private static ViewRefresh ran(String view, long start, long end, String... reads) {
    return new ViewRefresh(
        view, Outcome.INCREMENTAL, List.of(reads), "", start, end, 0, -1, null, null, 0, -1);
  }

  @Test
  void followsTheSlowerSideOfADiamondAndLeavesOutTheWaits() {
    CriticalPath path =
        CriticalPath.of(
            List.of(
                ran("d", 200, 250, "b", "c"),
                ran("b", 110, 130, "a"),
                ran("c", 120, 180, "a"),
                ran("a", 1, 101)));

    assertThat(path.views()).containsExactly("a", "c", "d");
    assertThat(path.millis()).isEqualTo(100 + 60 + 50);
  }

  @Test
  void countsOnlyWhatRan() {
    ViewRefresh fresh =
        new ViewRefresh("f", Outcome.FRESH, List.of(), "", 0, 0, 0, -1, null, null, 0, -1);

    assertThat(CriticalPath.of(List.of(fresh)).views()).isEmpty();
    assertThat(CriticalPath.of(List.of(fresh, ran("a", 5, 9, "f"))).views()).containsExactly("a");
  }
}
