package io.tributary.activities.catalogue;

import io.tributary.activities.statement.Row;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which materialized view reads which. */
final class ViewDependencies {
  private final NavigableMap<String, NavigableSet<String>> reads = new TreeMap<>();
  private final NavigableMap<String, NavigableSet<String>> readers = new TreeMap<>();

  /**
   * Takes the catalogue's rows: schema and name of the reader, schema and name of what it reads.
   */
  ViewDependencies(List<Row> rows) {
    for (Row row : rows) {
      String reader = row.text(0).trim() + "." + row.text(1).trim();
      String read = row.text(2).trim() + "." + row.text(3).trim();
      reads.computeIfAbsent(reader, name -> new TreeSet<>()).add(read);
      readers.computeIfAbsent(read, name -> new TreeSet<>()).add(reader);
    }
  }

  /** Returns what a view reads. */
  NavigableSet<String> parents(String view) {
    return reads.getOrDefault(view, new TreeSet<>());
  }

  /** Returns views with all their ancestors and descendants among those that may be touched. */
  NavigableSet<String> around(List<String> views, Set<String> touchable) {
    NavigableSet<String> found = new TreeSet<>(views);
    follow(found, reads, touchable);
    follow(found, readers, touchable);
    return found;
  }

  private static void follow(
      NavigableSet<String> found,
      NavigableMap<String, NavigableSet<String>> edges,
      Set<String> touchable) {
    NavigableSet<String> open = new TreeSet<>(found);
    while (!open.isEmpty()) {
      NavigableSet<String> next = new TreeSet<>();
      for (String name : open) {
        edges.getOrDefault(name, new TreeSet<>()).stream()
            .filter(touchable::contains)
            .filter(found::add)
            .forEach(next::add);
      }
      open = next;
    }
  }
}
