package io.tributary.activities.comparison;

import io.tributary.activities.comparison.Difference.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fetches the rows that differ, names the columns, and keeps the values of a few samples. */
final class RowDetails {
  /** Rows of one statement: its text and its answer stay small. */
  private static final int AT_A_TIME = 200;

  /** Columns before the first value: number and hash. */
  private static final int FIRST = 2;

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final BothSides sides;
  private final TablePlan plan;
  private final SideSql left;
  private final SideSql right;
  private final Limits limits;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<Difference.Kind, Integer> samples = new EnumMap<>(Difference.Kind.class);

  RowDetails(BothSides sides, TablePlan plan, SideSql left, SideSql right, Limits limits) {
    this.sides = sides;
    this.plan = plan;
    this.left = left;
    this.right = right;
    this.limits = limits;
  }

  /** Fetches the rows with these numbers. */
  List<Difference> fetch(List<Long> numbers) {
    for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
      List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + AT_A_TIME));
      Selection selection = Selection.numbers(plan.kind(), some);
      List<List<Cells>> both = sides.ask(left.details(selection), right.details(selection));
      Map<Long, List<Cells>> leftRows = byNumber(both.get(0));
      Map<Long, List<Cells>> rightRows = byNumber(both.get(1));
      for (Long number : some) {
        pair(leftRows.getOrDefault(number, List.of()), rightRows.getOrDefault(number, List.of()));
      }
    }
    return differences;
  }

  private static Map<Long, List<Cells>> byNumber(List<Cells> rows) {
    Map<Long, List<Cells>> byNumber = new TreeMap<>();
    for (Cells row : rows) {
      byNumber.computeIfAbsent(row.number(0), number -> new ArrayList<>()).add(row);
    }
    return byNumber;
  }

  /** Rows that are equal say nothing and are dropped; the rest is paired in order. */
  private void pair(List<Cells> ofLeft, List<Cells> ofRight) {
    List<Cells> lefts = new ArrayList<>(ofLeft);
    List<Cells> rights = new ArrayList<>(ofRight);
    for (Iterator<Cells> each = lefts.iterator(); each.hasNext(); ) {
      if (removeEqual(each.next(), rights)) {
        each.remove();
      }
    }
    for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
      if (differences.size() < limits.named()) {
        add(i < lefts.size() ? lefts.get(i) : null, i < rights.size() ? rights.get(i) : null);
      }
    }
  }

  private boolean removeEqual(Cells row, List<Cells> others) {
    for (Iterator<Cells> each = others.iterator(); each.hasNext(); ) {
      if (changed(row, each.next()).isEmpty()) {
        each.remove();
        return true;
      }
    }
    return false;
  }

  private void add(@Nullable Cells ofLeft, @Nullable Cells ofRight) {
    Difference.Kind kind = kind(ofLeft, ofRight);
    List<Integer> differ = ofLeft == null || ofRight == null ? List.of() : changed(ofLeft, ofRight);
    List<String> names = differ.stream().map(i -> plan.columns().get(i).name()).toList();
    boolean sample = samples.merge(kind, 1, Integer::sum) <= limits.samples();
    List<Value> values = new ArrayList<>();
    List<Value> key = new ArrayList<>();
    for (int i = 0; i < plan.columns().size(); i++) {
      ColumnPair pair = plan.columns().get(i);
      if (plan.key().contains(pair)) {
        key.add(value(i, ofLeft, ofRight));
      }
      boolean shown =
          kind == Difference.Kind.CHANGED ? differ.contains(i) : !plan.key().contains(pair);
      if (sample && shown) {
        values.add(value(i, ofLeft, ofRight));
      }
    }
    differences.add(new Difference(kind, key, names, values));
  }

  private static Difference.Kind kind(@Nullable Cells ofLeft, @Nullable Cells ofRight) {
    if (ofRight == null) {
      return Difference.Kind.MISSING;
    }
    return ofLeft == null ? Difference.Kind.EXTRA : Difference.Kind.CHANGED;
  }

  private List<Integer> changed(Cells ofLeft, Cells ofRight) {
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < plan.columns().size(); i++) {
      String one = ofLeft.nullable(FIRST + i);
      String other = ofRight.nullable(FIRST + i);
      boolean doubles = plan.columns().get(i).form() == Form.DOUBLE;
      boolean same =
          doubles ? Doubles.bits(one).equals(Doubles.bits(other)) : Objects.equals(one, other);
      if (!same) {
        changed.add(i);
      }
    }
    return changed;
  }

  private Value value(int column, @Nullable Cells ofLeft, @Nullable Cells ofRight) {
    ColumnPair pair = plan.columns().get(column);
    return new Value(pair.name(), shown(pair, column, ofLeft), shown(pair, column, ofRight));
  }

  private static @Nullable String shown(ColumnPair pair, int column, @Nullable Cells row) {
    String value = row == null ? null : row.nullable(FIRST + column);
    if (value == null) {
      return null;
    }
    if (pair.masked()) {
      return Difference.MASK;
    }
    if (pair.longText()) {
      return Difference.LONG;
    }
    return value.matches("-?[0-9]{1,18}") ? readable(pair.form(), value) : value;
  }

  private static String readable(Form form, String value) {
    return switch (form) {
      case DAY -> LocalDate.ofEpochDay(Long.parseLong(value)).toString();
      case INSTANT -> MICROS.format(Instant.EPOCH.plus(Long.parseLong(value), ChronoUnit.MICROS));
      case CLOCK ->
          LocalTime.ofNanoOfDay(Long.parseLong(value) % 86_400_000_000L * 1_000).toString();
      case FLAG -> value.equals("1") ? "true" : "false";
      default -> value;
    };
  }
}
