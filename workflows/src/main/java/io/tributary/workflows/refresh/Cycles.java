package io.tributary.workflows.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds the nodes of a graph that depend on themselves. */
final class Cycles {
  private Cycles() {}

  /**
   * Returns every node on a cycle; nodes that only lead to or from one are not among them.
   *
   * @param edges from each node to those it depends on
   */
  static NavigableSet<String> of(ByName<List<String>> edges) {
    NavigableSet<String> found = new TreeSet<>();
    for (String name : leftOver(edges)) {
      if (reaches(edges, name)) {
        found.add(name);
      }
    }
    return found;
  }

  /** Takes away, again and again, what depends on nothing that is left: what stays is suspect. */
  private static NavigableSet<String> leftOver(ByName<List<String>> edges) {
    NavigableSet<String> left = edges.names();
    boolean changed = true;
    while (changed) {
      changed = left.removeIf(name -> edges.get(name).stream().noneMatch(left::contains));
    }
    return left;
  }

  private static boolean reaches(ByName<List<String>> edges, String start) {
    NavigableSet<String> seen = new TreeSet<>();
    List<String> todo = new ArrayList<>(edges.get(start));
    while (!todo.isEmpty()) {
      String at = todo.removeLast();
      if (at.equals(start)) {
        return true;
      }
      if (edges.contains(at) && seen.add(at)) {
        todo.addAll(edges.get(at));
      }
    }
    return false;
  }
}
