package io.tributary.workflows.route;

import io.tributary.workflows.route.RouteRefusal.Violation;
import java.util.ArrayList;
import java.util.List;

/** What the rules of one route find: violations, and what they could not decide. */
final class Findings {
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a violation unless the rule is satisfied. */
  void require(boolean satisfied, RouteRule rule, String value, String satisfiedBy) {
    if (!satisfied) {
      violations.add(new Violation(rule, value, satisfiedBy));
    }
  }

  void note(boolean applies, String note) {
    if (applies) {
      notes.add(note);
    }
  }

  List<Violation> violations() {
    return violations;
  }

  List<String> notes() {
    return notes;
  }
}
