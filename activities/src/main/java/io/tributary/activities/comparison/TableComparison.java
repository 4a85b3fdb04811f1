package io.tributary.activities.comparison;

import io.tributary.activities.comparison.Comparison.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares one table: counts, then checksums of buckets, then only the rows of buckets that differ,
 * then only the columns of rows that differ. Whatever fails is an exception, never a finding.
 */
public final class TableComparison {
  private final BothSides sides;
  private final Limits limits;
  private final TablePlan plan;
  private final SideSql left;
  private final SideSql right;
  private final TableSize leftSize;
  private final TableSize rightSize;

  private TableComparison(BothSides sides, Limits limits, TablePlan wanted) {
    this.sides = sides;
    this.limits = limits;
    SideSql leftSql = new SideSql(sides.left(), wanted, ColumnPair::left);
    SideSql rightSql = new SideSql(sides.right(), wanted, ColumnPair::right);
    List<List<Cells>> sizes = sides.ask(leftSql.size(), rightSql.size());
    leftSize = TableSize.of(sizes.get(0).get(0));
    rightSize = TableSize.of(sizes.get(1).get(0));
    boolean whole = leftSize.keyed() == leftSize.rows() && rightSize.keyed() == rightSize.rows();
    plan = whole ? wanted : wanted.hashed();
    left = new SideSql(sides.left(), plan, ColumnPair::left);
    right = new SideSql(sides.right(), plan, ColumnPair::right);
  }

  /**
   * Reads both catalogues and counts the rows.
   *
   * @param key names of the columns that tell rows apart; empty for the source's primary key
   * @param masked names of the columns whose values may be seen by nobody
   * @throws ComparisonException when a table or a column is missing
   */
  public static TableComparison open(
      Side left, Side right, List<String> key, Set<String> masked, Settings settings) {
    BothSides sides = new BothSides(left, right, settings.watcher());
    settings.watcher().step("reading the catalogues");
    List<List<Cells>> columns = sides.ask(side -> side.dialect().columns(side.table()));
    List<List<Column>> both =
        columns.stream().map(rows -> rows.stream().map(Column::of).toList()).toList();
    Pairing pairing = Pairing.of(left, right, both, masked);
    List<String> names = new ArrayList<>(key);
    if (names.isEmpty()) {
      sides.query(left, left.dialect().primaryKey(left.table()), row -> names.add(row.text(0)));
    }
    settings.watcher().step("counting rows");
    return new TableComparison(sides, settings.limits(), TablePlan.of(pairing, names));
  }

  /**
   * What a comparison works with.
   *
   * @param watcher hears of its progress
   * @param limits what bounds it
   */
  public record Settings(Watcher watcher, Limits limits) {}

  /** Compares the counts only. */
  public Comparison counts() {
    Finding finding = leftSize.rows() == rightSize.rows() ? Finding.EQUAL : Finding.DIFFERENT;
    return outcome(finding, "rows counted").withoutRows();
  }

  /** Compares the whole content and says whether it differs. */
  public Comparison checksums() {
    if (!plan.doubles().isEmpty()) {
      DifferentRows rows = new DifferentRows(0);
      readAll(rows, Selection.ALL, Math.max(leftSize.rows(), rightSize.rows()));
      boolean equal = rows.missing() + rows.extra() + rows.changed() == 0;
      return outcome(equal ? Finding.EQUAL : Finding.DIFFERENT, merged()).withoutRows();
    }
    boolean clean = dirty().numbers().isEmpty();
    return outcome(clean ? Finding.EQUAL : Finding.DIFFERENT, method()).withoutRows();
  }

  /** Compares the whole content and names the rows and columns that differ. */
  public Comparison rows() {
    DifferentRows rows = new DifferentRows(limits.remembered());
    if (!plan.doubles().isEmpty()) {
      readAll(rows, Selection.ALL, Math.max(leftSize.rows(), rightSize.rows()));
      return named(rows, merged(), Finding.EQUAL);
    }
    DirtyBuckets dirty = dirty();
    if (dirty.numbers().isEmpty()) {
      return named(rows, method(), Finding.EQUAL);
    }
    sides.watcher().step("reading rows of " + dirty.numbers().size() + " buckets that differ");
    boolean few = Selection.ranges(dirty.numbers()) <= limits.ranges();
    Selection selection = few ? Selection.buckets(buckets(), dirty.numbers()) : Selection.ALL;
    long expected = few ? dirty.rows() : Math.max(leftSize.rows(), rightSize.rows());
    readAll(rows, selection, expected);
    return named(rows, method(), Finding.MOVING);
  }

  /**
   * Looks again at rows that differed before, and at no others.
   *
   * @param numbers what tells them apart, from {@link Comparison#numbers}
   */
  public Comparison again(List<Long> numbers) {
    sides.watcher().step("looking again at " + numbers.size() + " keys that differed");
    DifferentRows rows = new DifferentRows(limits.remembered());
    for (int from = 0; from < numbers.size(); from += limits.ranges()) {
      List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + limits.ranges()));
      read(rows, Selection.numbers(plan.kind(), some));
    }
    return named(rows, "second look at the keys that differed", Finding.EQUAL);
  }

  /** Returns how rows are told apart now; numbers of another kind mean nothing here. */
  public KeyKind kind() {
    return plan.kind();
  }

  private DirtyBuckets dirty() {
    Buckets buckets = buckets();
    sides.watcher().step("comparing checksums of buckets");
    return DirtyBuckets.find(sides, left.buckets(buckets), right.buckets(buckets));
  }

  private Buckets buckets() {
    return Buckets.of(plan.kind(), leftSize, rightSize, limits);
  }

  private void readAll(DifferentRows rows, Selection selection, long expected) {
    int parts = Math.toIntExact(Math.max(1, expected / limits.rowsPerRead() + 1));
    for (int part = 0; part < parts; part++) {
      read(rows, selection.part(part, parts));
    }
  }

  private void read(DifferentRows rows, Selection selection) {
    rows.read(sides, left.rows(selection), right.rows(selection));
  }

  private Comparison named(DifferentRows rows, String method, Finding none) {
    long differ = rows.missing() + rows.extra() + rows.changed();
    List<Difference> named = List.of();
    if (differ > 0) {
      sides.watcher().step("naming " + Math.min(differ, limits.named()) + " rows that differ");
      List<Long> some = rows.numbers().subList(0, Math.min(rows.numbers().size(), limits.named()));
      named = new RowDetails(sides, plan, left, right, limits).fetch(some);
    }
    Finding finding = differ > 0 ? Finding.DIFFERENT : none;
    return outcome(finding, method).with(rows, named);
  }

  private ComparisonResult outcome(Finding finding, String method) {
    return new ComparisonResult(
        plan, sides, new ComparisonResult.Outcome(finding, method, leftSize, rightSize));
  }

  private String method() {
    return switch (plan.kind()) {
      case INTEGER -> "checksums of key ranges";
      case HASHED -> "checksums of hash buckets, rows matched by key";
      case NONE -> "checksums of hash buckets, rows as a multiset";
    };
  }

  private String merged() {
    return "every row's hash and doubles fetched and merged";
  }
}
