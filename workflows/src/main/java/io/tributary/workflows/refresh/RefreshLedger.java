package io.tributary.workflows.refresh;

import io.tributary.workflows.catalogue.ViewGraph.View;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened to each view so far in a run, in the order in which it became known. */
final class RefreshLedger {
  private final Map<String, ViewRefresh> entries = new LinkedHashMap<>();
  private final SortedMap<String, Long> lastRefresh = new TreeMap<>();

  /** Notes what the catalogue says about the time of the last refreshes. */
  void seen(List<View> views) {
    for (View view : views) {
      lastRefresh.put(view.name(), view.lastRefreshMillis());
    }
  }

  /** Keeps an entry. That a later look found nothing to do does not hide what was done before. */
  void put(ViewRefresh entry) {
    if (entry.outcome() != Outcome.FRESH || !entries.containsKey(entry.view())) {
      entries.remove(entry.view());
      entries.put(entry.view(), entry);
    }
  }

  /** Notes that a view was asked for and the run was stopped before it was looked at. */
  void notBegun(String view) {
    if (!entries.containsKey(view)) {
      untouched(view, Outcome.CANCELLED, new ArrayList<>(), "not begun");
    }
  }

  /** Keeps an entry of a view for which nothing was submitted. */
  void untouched(String view, Outcome outcome, List<String> dependsOn, String why) {
    put(new ViewRefresh(view, outcome, dependsOn, why, 0, 0, 0, -1, null, null, 0, -1));
  }

  /** Returns the views with one of some outcomes. */
  NavigableSet<String> views(Outcome... outcomes) {
    NavigableSet<String> found = new TreeSet<>();
    for (ViewRefresh entry : entries.values()) {
      for (Outcome outcome : outcomes) {
        if (entry.outcome() == outcome) {
          found.add(entry.view());
        }
      }
    }
    return found;
  }

  /** Returns the views that the run has dealt with, in whatever way. */
  NavigableSet<String> settled() {
    NavigableSet<String> settled = new TreeSet<>(entries.keySet());
    settled.removeAll(views(Outcome.FRESH));
    return settled;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns all entries with what is promised for them and their age at a time. */
  List<ViewRefresh> entries(List<RefreshSlice.Freshness> promises, long now) {
    SortedMap<String, Long> promised = new TreeMap<>();
    promises.forEach(promise -> promised.put(promise.view(), promise.maxAgeSeconds()));
    List<ViewRefresh> all = new ArrayList<>();
    for (ViewRefresh entry : entries.values()) {
      all.add(entry.promised(promised.getOrDefault(entry.view(), 0L), age(entry, now)));
    }
    return all;
  }

  private long age(ViewRefresh entry, long now) {
    long last =
        switch (entry.outcome()) {
          case INCREMENTAL, RECOMPUTED, ALREADY_FRESH -> entry.endMillis();
          case FRESH, FAILED, BLOCKED, UNREFRESHABLE, CYCLE, PLANNED, CANCELLED ->
              lastRefresh.getOrDefault(entry.view(), 0L);
        };
    return last == 0 ? -1 : Math.max(0, (now - last) / 1000);
  }
}
