package io.tributary.workflows.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The longest chain of dependent refreshes of a run, by the time each took: what the run could not
 * have been faster than, however many refreshes ran at a time.
 *
 * @param views the views on it, first to last
 * @param millis their times added up
 */
record CriticalPath(List<String> views, long millis) {
  private record Best(ViewRefresh entry, long millis, @Nullable Best before) {}

  /** Finds it. Entries without a start count nothing. */
  static CriticalPath of(List<ViewRefresh> entries) {
    List<ViewRefresh> timed = new ArrayList<>();
    for (ViewRefresh entry : entries) {
      if (entry.startMillis() > 0) {
        timed.add(entry);
      }
    }
    // A view starts after those it reads have ended, so the order of time is one of dependency.
    timed.sort(
        Comparator.comparingLong(ViewRefresh::startMillis)
            .thenComparingLong(ViewRefresh::endMillis)
            .thenComparing(ViewRefresh::view));
    SortedMap<String, Best> best = new TreeMap<>();
    Best longest = null;
    for (ViewRefresh entry : timed) {
      Best here = extend(entry, best);
      best.put(entry.view(), here);
      if (longest == null || here.millis() > longest.millis()) {
        longest = here;
      }
    }
    return longest == null ? new CriticalPath(new ArrayList<>(), 0) : path(longest);
  }

  private static Best extend(ViewRefresh entry, SortedMap<String, Best> best) {
    Best before = null;
    for (String parent : entry.dependsOn()) {
      Best candidate = best.get(parent);
      if (candidate != null && (before == null || candidate.millis() > before.millis())) {
        before = candidate;
      }
    }
    long own = entry.endMillis() - entry.startMillis();
    return new Best(entry, own + (before == null ? 0 : before.millis()), before);
  }

  private static CriticalPath path(Best last) {
    List<String> views = new ArrayList<>();
    for (Best at = last; at != null; at = at.before()) {
      views.addFirst(at.entry().view());
    }
    return new CriticalPath(views, last.millis());
  }
}
