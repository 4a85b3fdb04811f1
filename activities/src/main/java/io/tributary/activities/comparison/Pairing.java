package io.tributary.activities.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of both sides put together by name, whatever its case: Redshift folds names.
 *
 * @param columns those on both sides, in the order of the source
 * @param onlyRight names of columns of the warehouse that the source lacks: they are not compared
 */
record Pairing(List<ColumnPair> columns, List<String> onlyRight) {
  /**
   * Pairs the columns.
   *
   * @param masked names of columns whose values may not be seen
   * @throws ComparisonException that names what is missing
   */
  static Pairing of(Side leftSide, Side rightSide, List<List<Column>> both, Set<String> masked) {
    Map<String, Column> left = byName(leftSide, both.get(0));
    Map<String, Column> right = byName(rightSide, both.get(1));
    List<String> missing = new ArrayList<>();
    List<ColumnPair> pairs = new ArrayList<>();
    for (Map.Entry<String, Column> entry : left.entrySet()) {
      Column source = entry.getValue();
      Column target = right.remove(entry.getKey());
      if (target == null) {
        missing.add(source.name());
      } else {
        boolean hidden = masked.stream().anyMatch(name -> fold(name).equals(entry.getKey()));
        pairs.add(new ColumnPair(source, target, Form.of(source.kind(), target.kind()), hidden));
      }
    }
    if (!missing.isEmpty()) {
      throw new ComparisonException(
          rightSide.table() + " lacks " + String.join(", ", missing) + " of " + leftSide.table());
    }
    return new Pairing(pairs, right.values().stream().map(Column::name).toList());
  }

  private static Map<String, Column> byName(Side side, List<Column> columns) {
    if (columns.isEmpty()) {
      throw new ComparisonException(
          side.table() + " does not exist in " + side.dialect().engine() + ", or may not be read");
    }
    Map<String, Column> byName = new LinkedHashMap<>();
    for (Column column : columns) {
      if (byName.put(fold(column.name()), column) != null) {
        throw new ComparisonException(
            side.table() + " has two columns that differ by case only: " + column.name());
      }
    }
    return byName;
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
