package io.tributary.activities.comparison;

import io.tributary.activities.comparison.Comparison.ColumnCount;
import io.tributary.activities.comparison.Comparison.Finding;
import io.tributary.activities.comparison.Comparison.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what is known at the end. */
final class ComparisonResult {
  private final TablePlan plan;
  private final BothSides sides;
  private final Finding finding;
  private final String method;
  private final TableSize left;
  private final TableSize right;

  ComparisonResult(TablePlan plan, BothSides sides, Outcome outcome) {
    this.plan = plan;
    this.sides = sides;
    this.finding = outcome.finding();
    this.method = outcome.method();
    this.left = outcome.left();
    this.right = outcome.right();
  }

  /**
   * The end in short.
   *
   * @param finding the finding
   * @param method how it was found
   * @param left the source's size
   * @param right the warehouse's size
   */
  record Outcome(Finding finding, String method, TableSize left, TableSize right) {}

  /** Returns the result where rows were not compared one by one. */
  Comparison withoutRows() {
    return new Comparison(
        finding,
        method,
        left.rows(),
        right.rows(),
        -1,
        -1,
        -1,
        List.of(),
        0,
        List.of(),
        notes(),
        remarks(),
        List.of(),
        false,
        plan.kind(),
        sides.moved());
  }

  /** Returns the result with the rows that differ. */
  Comparison with(DifferentRows rows, List<Difference> named) {
    long differ = rows.missing() + rows.extra() + rows.changed();
    return new Comparison(
        finding,
        method,
        left.rows(),
        right.rows(),
        rows.missing(),
        rows.extra(),
        rows.changed(),
        named,
        Math.max(0, differ - named.size()),
        counted(named),
        notes(),
        remarks(),
        rows.numbers(),
        rows.allNumbers(),
        plan.kind(),
        sides.moved());
  }

  private static List<ColumnCount> counted(List<Difference> differences) {
    Map<String, Long> counted = new TreeMap<>();
    for (Difference difference : differences) {
      difference.columns().forEach(column -> counted.merge(column, 1L, Long::sum));
    }
    return counted.entrySet().stream()
        .map(entry -> new ColumnCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(ColumnCount::rows).reversed())
        .toList();
  }

  private List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    for (ColumnPair pair : plan.columns()) {
      notes.add(
          new Note(
              pair.name(),
              pair.left().type(),
              pair.right().type(),
              pair.form().words(),
              pair.form().exact(),
              pair.masked()));
    }
    return notes;
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!plan.onlyRight().isEmpty()) {
      remarks.add("Only in the warehouse, not compared: " + String.join(", ", plan.onlyRight()));
    }
    if (plan.kind() == KeyKind.NONE) {
      remarks.add(
          "No key tells the rows apart: a changed row shows as one missing and one extra row.");
    }
    return remarks;
  }
}
