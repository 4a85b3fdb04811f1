package io.tributary.sandbox.aws;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each operation was called, refused and lost calls included. */
public final class CallCounts {
  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String service, String operation) {
    counts.computeIfAbsent(service + "." + operation, key -> new LongAdder()).increment();
  }

  /** Counts by {@code service.operation}, sorted. */
  public SortedMap<String, Long> all() {
    SortedMap<String, Long> all = new TreeMap<>();
    counts.forEach((key, count) -> all.put(key, count.sum()));
    return all;
  }

  /** Forgets all counts. */
  public void clear() {
    counts.clear();
  }
}
