package io.tributary.workflows.refresh;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values by name, in the order of the names. Asking for a name that is not there is a defect. */
final class ByName<V> {
  private final SortedMap<String, V> map = new TreeMap<>();

  void put(String name, V value) {
    map.put(name, value);
  }

  V get(String name) {
    V value = map.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing is known of " + name);
    }
    return value;
  }

  boolean contains(String name) {
    return map.containsKey(name);
  }

  NavigableSet<String> names() {
    return new TreeSet<>(map.keySet());
  }

  Collection<V> values() {
    return map.values();
  }
}
