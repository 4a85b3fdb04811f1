package io.tributary.workflows.refresh;

import io.tributary.workflows.catalogue.ViewGraph.View;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Decides for each view of a graph whether it is refreshed, and why not. A view is needed when it
 * is stale, when it is forced, or when a view it reads is needed. Of the needed ones are not tried:
 * the unrefreshable, those on a cycle, and what depends on either. Pure.
 */
final class RefreshPlan {
  /**
   * What is decided about a view.
   *
   * @param outcome PLANNED, FRESH, BLOCKED, UNREFRESHABLE or CYCLE
   * @param own whether the view itself asks for the refresh, not only a view that it reads
   * @param why the reason, for people
   */
  record Decision(View view, Outcome outcome, boolean own, String why) {}

  /**
   * What the decisions rest on besides the catalogue.
   *
   * @param forced views to refresh although they are not stale
   * @param settled views whose own staleness no longer counts in this run
   * @param failed views whose refresh failed in this run: what reads them is blocked
   */
  record Wish(
      NavigableSet<String> forced, NavigableSet<String> settled, NavigableSet<String> failed) {}

  private final ByName<View> views = new ByName<>();
  private final ByName<List<String>> parents = new ByName<>();
  private final ByName<Decision> decisions = new ByName<>();
  private final NavigableSet<String> cycles;
  private final Wish wish;

  RefreshPlan(List<View> graph, Wish wish) {
    this.wish = wish;
    for (View view : graph) {
      views.put(view.name(), view);
    }
    for (View view : graph) {
      parents.put(view.name(), view.dependsOn().stream().filter(views::contains).toList());
    }
    cycles = Cycles.of(parents);
    for (View view : views.values()) {
      if (cycles.contains(view.name())) {
        decisions.put(view.name(), decision(view, Outcome.CYCLE, circle(view)));
      }
    }
    decideTheRest();
  }

  /** Returns the decisions, by view. */
  ByName<Decision> decisions() {
    return decisions;
  }

  /**
   * Returns what is to be refreshed. The time of a view never measured is the mean of the others.
   */
  List<ListSchedule.Task> tasks() {
    long mean = mean();
    List<ListSchedule.Task> tasks = new ArrayList<>();
    for (Decision decision : decisions.values()) {
      if (decision.outcome() == Outcome.PLANNED) {
        View view = decision.view();
        long millis = view.expectedMillis() > 0 ? view.expectedMillis() : mean;
        tasks.add(new ListSchedule.Task(view.name(), parents.get(view.name()), millis));
      }
    }
    return tasks;
  }

  /** Decides in the order of dependency, without recursion: a chain may be thousands long. */
  private void decideTheRest() {
    List<String> todo = new ArrayList<>(views.names());
    while (!todo.isEmpty()) {
      String name = todo.getLast();
      List<String> open =
          parents.get(name).stream().filter(parent -> !decisions.contains(parent)).toList();
      if (decisions.contains(name)) {
        todo.removeLast();
      } else if (open.isEmpty()) {
        todo.removeLast();
        decisions.put(name, decide(views.get(name)));
      } else {
        todo.addAll(open);
      }
    }
  }

  private Decision decide(View view) {
    String unrefreshable = view.unrefreshable();
    if (unrefreshable != null) {
      return decision(view, Outcome.UNREFRESHABLE, unrefreshable);
    }
    List<String> needed = parents.get(view.name()).stream().filter(this::needed).toList();
    if (!own(view) && needed.isEmpty()) {
      return decision(view, Outcome.FRESH, "not stale");
    }
    for (String parent : parents.get(view.name())) {
      if (inTrouble(parent)) {
        return decision(view, Outcome.BLOCKED, "reads " + parent + ", which " + trouble(parent));
      }
    }
    return decision(view, Outcome.PLANNED, why(view, needed));
  }

  private Decision decision(View view, Outcome outcome, String why) {
    return new Decision(view, outcome, own(view), why);
  }

  private boolean own(View view) {
    boolean stale = view.stale() && !wish.settled().contains(view.name());
    return stale || wish.forced().contains(view.name());
  }

  private boolean needed(String parent) {
    Decision decision = decisions.get(parent);
    return switch (decision.outcome()) {
      case PLANNED, BLOCKED -> true;
      case CYCLE, UNREFRESHABLE -> decision.own();
      default -> false;
    };
  }

  private boolean inTrouble(String parent) {
    return switch (decisions.get(parent).outcome()) {
      case BLOCKED, CYCLE, UNREFRESHABLE -> true;
      default -> wish.failed().contains(parent);
    };
  }

  private String trouble(String parent) {
    return switch (decisions.get(parent).outcome()) {
      case BLOCKED -> "is blocked itself";
      case CYCLE -> "is part of a cycle";
      case UNREFRESHABLE -> "cannot be refreshed any more";
      default -> "failed in this run";
    };
  }

  private String why(View view, List<String> needed) {
    if (view.stale() && !wish.settled().contains(view.name())) {
      return view.why().isEmpty() ? "stale" : view.why();
    }
    return wish.forced().contains(view.name())
        ? "forced"
        : "reads what is refreshed: " + String.join(", ", needed);
  }

  private String circle(View view) {
    List<String> members = parents.get(view.name()).stream().filter(cycles::contains).toList();
    return "is part of a cycle through " + String.join(", ", members);
  }

  private long mean() {
    long sum = 0;
    int known = 0;
    for (View view : views.values()) {
      if (view.expectedMillis() > 0) {
        sum += view.expectedMillis();
        known++;
      }
    }
    return known == 0 ? 1 : Math.max(1, sum / known);
  }
}
