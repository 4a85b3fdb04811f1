package io.tributary.workflows.refresh;

import io.tributary.workflows.environment.RefreshSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one run: those that wait to be served are merged, so that many that arrive while
 * a refresh is under way cost one more look at the catalogue.
 */
final class RefreshRequests {
  private final List<RefreshRequest> waiting = new ArrayList<>();
  private RefreshRequest all;
  private boolean closed;

  RefreshRequests(RefreshRequest first) {
    waiting.add(first);
    all = first;
  }

  /** Returns why a request cannot be taken, or null where it can. */
  @Nullable String refusal(RefreshRequest request) {
    if (closed) {
      return "the run is being stopped: start another when it has ended";
    }
    String group = all.group().name();
    if (!request.group().name().equals(group)) {
      return "group " + request.group().name() + ": this run refreshes " + group;
    }
    if (!request.environment().environment().equals(all.environment().environment())) {
      return "environment "
          + request.environment().environment()
          + ": this run is for "
          + all.environment().environment();
    }
    if (request.mode() != all.mode()) {
      return "mode " + request.mode() + ": this run is in mode " + all.mode();
    }
    return null;
  }

  /** Takes a request; returns whether it will be served. */
  boolean offer(RefreshRequest request) {
    if (refusal(request) != null) {
      return false;
    }
    if (!waiting.contains(request)) {
      waiting.add(request);
    }
    all = merge(all, request);
    return true;
  }

  /** Takes no more: the run is being stopped. */
  void close() {
    closed = true;
  }

  /** Takes no more and forgets those that wait. */
  void drop() {
    closed = true;
    waiting.clear();
  }

  boolean waiting() {
    return !waiting.isEmpty();
  }

  /** Returns all requests of the run as one. */
  RefreshRequest all() {
    return all;
  }

  /** Returns those that wait as one, and the views that one of them forces. */
  Wanted take() {
    RefreshRequest merged = waiting.getFirst();
    NavigableSet<String> forced = new TreeSet<>();
    for (RefreshRequest request : waiting) {
      merged = merge(merged, request);
      if (request.force()) {
        forced.addAll(request.group().views());
      }
    }
    waiting.clear();
    return new Wanted(merged, forced);
  }

  /**
   * What one round serves.
   *
   * @param forced views to refresh although they are not stale
   */
  record Wanted(RefreshRequest request, NavigableSet<String> forced) {}

  /** The later one's specification holds; views and promises add up. */
  private static RefreshRequest merge(RefreshRequest earlier, RefreshRequest later) {
    NavigableSet<String> views = new TreeSet<>(earlier.group().views());
    views.addAll(later.group().views());
    SortedMap<String, RefreshSlice.Freshness> promises = new TreeMap<>();
    earlier.group().freshness().forEach(promise -> promises.put(promise.view(), promise));
    later.group().freshness().forEach(promise -> promises.put(promise.view(), promise));
    RefreshSlice.Group group =
        new RefreshSlice.Group(
            later.group().name(),
            new ArrayList<>(views),
            later.group().maxParallel(),
            new ArrayList<>(promises.values()),
            earlier.group().whole() || later.group().whole());
    return new RefreshRequest(
        later.environment(),
        later.warehouse(),
        group,
        earlier.force() || later.force(),
        later.mode());
  }
}
