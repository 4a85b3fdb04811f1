package io.tributary.workflows.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The order in which tasks start: a task is ready as soon as those before it are done, and of the
 * ready ones the one with the longest remaining path starts first, never more than a given number
 * at a time (list scheduling, Graham 1966). Pure: it neither waits nor looks at a clock.
 */
public final class ListSchedule {
  private final ByName<Node> nodes = new ByName<>();
  private final List<Node> ready = new ArrayList<>();
  private final int maxParallel;
  private int running;

  /**
   * One thing to do.
   *
   * @param name unique
   * @param before the names of tasks that must be done first; others than the schedule's own do not
   *     count
   * @param millis how long it is expected to take
   */
  public record Task(String name, List<String> before, long millis) {}

  private static final class Node {
    private final Task task;
    private final List<Node> before = new ArrayList<>();
    private final List<Node> after = new ArrayList<>();
    private int waitingFor;
    private int unmeasured;
    private long remaining;

    Node(Task task) {
      this.task = task;
    }

    long remaining() {
      return remaining;
    }

    String name() {
      return task.name();
    }
  }

  /**
   * Makes the schedule of tasks without cycles.
   *
   * @param maxParallel the most at a time, at least 1
   * @throws IllegalArgumentException when there is a cycle
   */
  public ListSchedule(List<Task> tasks, int maxParallel) {
    this.maxParallel = Math.max(1, maxParallel);
    for (Task task : tasks) {
      nodes.put(task.name(), new Node(task));
    }
    for (Node node : nodes.values()) {
      for (String name : node.task.before()) {
        if (nodes.contains(name)) {
          Node before = nodes.get(name);
          node.before.add(before);
          before.after.add(node);
        }
      }
    }
    measure();
    for (Node node : nodes.values()) {
      node.waitingFor = node.before.size();
      if (node.waitingFor == 0) {
        ready.add(node);
      }
    }
  }

  /** Takes the tasks that may start now. They count as running until {@link #done}. */
  public List<String> start() {
    ready.sort(Comparator.comparingLong(Node::remaining).reversed().thenComparing(Node::name));
    List<String> starting = new ArrayList<>();
    while (running < maxParallel && !ready.isEmpty()) {
      starting.add(ready.removeFirst().name());
      running++;
    }
    return starting;
  }

  /** Says that a running task was done, so that those after it may start. */
  public void done(String name) {
    running--;
    for (Node next : nodes.get(name).after) {
      next.waitingFor--;
      if (next.waitingFor == 0) {
        ready.add(next);
      }
    }
  }

  /**
   * Says that a running task failed.
   *
   * @return the tasks that depend on it, directly or not, and will therefore never be ready
   */
  public List<String> failed(String name) {
    running--;
    NavigableSet<String> lost = new TreeSet<>();
    List<Node> todo = new ArrayList<>(nodes.get(name).after);
    while (!todo.isEmpty()) {
      Node next = todo.removeLast();
      if (lost.add(next.name())) {
        todo.addAll(next.after);
      }
    }
    return new ArrayList<>(lost);
  }

  /** Returns whether nothing runs and nothing can start. */
  public boolean finished() {
    return running == 0 && ready.isEmpty();
  }

  /**
   * Returns how long the tasks take when each takes exactly its expected time: the bound against
   * which a real run is measured.
   */
  public static long makespan(List<Task> tasks, int maxParallel) {
    record Running(String name, long end) {}
    ListSchedule schedule = new ListSchedule(tasks, maxParallel);
    PriorityQueue<Running> running =
        new PriorityQueue<>(Comparator.comparingLong(Running::end).thenComparing(Running::name));
    long now = 0;
    while (true) {
      for (String name : schedule.start()) {
        running.add(new Running(name, now + schedule.nodes.get(name).task.millis()));
      }
      Running next = running.poll();
      if (next == null) {
        return now;
      }
      now = next.end();
      schedule.done(next.name());
    }
  }

  /** Measures the longest path from each task to an end, from the ends backwards. */
  private void measure() {
    List<Node> todo = new ArrayList<>();
    for (Node node : nodes.values()) {
      node.unmeasured = node.after.size();
      if (node.unmeasured == 0) {
        todo.add(node);
      }
    }
    int measured = 0;
    while (!todo.isEmpty()) {
      Node node = todo.removeLast();
      measured++;
      node.remaining += node.task.millis();
      for (Node before : node.before) {
        before.remaining = Math.max(before.remaining, node.remaining);
        before.unmeasured--;
        if (before.unmeasured == 0) {
          todo.add(before);
        }
      }
    }
    if (measured < nodes.values().size()) {
      throw new IllegalArgumentException("the tasks form a cycle");
    }
  }
}
