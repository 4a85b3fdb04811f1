package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * How a table is compared.
 *
 * @param columns all columns that both sides have
 * @param key the columns that tell rows apart; empty if there are none
 * @param kind what follows from the key
 * @param onlyRight names of columns that only the warehouse has
 */
record TablePlan(
    List<ColumnPair> columns, List<ColumnPair> key, KeyKind kind, List<String> onlyRight) {
  /**
   * Makes the plan.
   *
   * @param key names of the key's columns, empty if the table has none
   */
  static TablePlan of(Pairing pairing, List<String> key) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (String name : key) {
      pairs.add(find(pairing, name));
    }
    return new TablePlan(pairing.columns(), pairs, kind(pairs), pairing.onlyRight());
  }

  /** Returns the plan for a table whose integer key has NULLs: these have no place in a range. */
  TablePlan hashed() {
    return new TablePlan(columns, key, KeyKind.HASHED, onlyRight);
  }

  /** Returns the columns whose text is in the row's hash. */
  List<ColumnPair> inHash() {
    return columns.stream().filter(pair -> pair.form() != Form.DOUBLE).toList();
  }

  /** Returns the columns that are fetched and compared bit by bit. */
  List<ColumnPair> doubles() {
    return columns.stream().filter(pair -> pair.form() == Form.DOUBLE).toList();
  }

  private static ColumnPair find(Pairing pairing, String name) {
    return pairing.columns().stream()
        .filter(pair -> Pairing.fold(pair.name()).equals(Pairing.fold(name)))
        .findFirst()
        .orElseThrow(() -> new ComparisonException("the key's column " + name + " does not exist"));
  }

  /** A key that one engine cannot write exactly does not tell rows apart. */
  private static KeyKind kind(List<ColumnPair> key) {
    boolean exact =
        key.stream().allMatch(pair -> pair.form() != Form.DOUBLE && pair.form() != Form.OWN_TEXT);
    if (key.isEmpty() || !exact) {
      return KeyKind.NONE;
    }
    ColumnPair first = key.get(0);
    boolean integer = first.left().kind() == Kind.INTEGER && first.right().kind() == Kind.INTEGER;
    return key.size() == 1 && integer ? KeyKind.INTEGER : KeyKind.HASHED;
  }
}
