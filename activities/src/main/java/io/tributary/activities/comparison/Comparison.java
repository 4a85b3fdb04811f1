package io.tributary.activities.comparison;

import java.util.List;

/**
 * What the comparison of one table found.
 *
 * @param finding the finding
 * @param method how it was found, for people
 * @param leftRows rows of the source
 * @param rightRows rows of the warehouse
 * @param missing rows only in the source, -1 when rows were not compared
 * @param extra rows only in the warehouse, -1 likewise
 * @param changed rows in both that differ, -1 likewise
 * @param differences the rows that are named
 * @param unnamed how many more rows differ
 * @param columnCounts for the named changed rows, in how many of them a column differs; most first
 * @param notes how each column was compared
 * @param remarks what else a reader must know
 * @param numbers what tells the rows that differ apart, for a second look
 * @param allNumbers whether {@code numbers} has all of them
 * @param kind how rows are told apart
 * @param moved about how many bytes both sides gave
 */
public record Comparison(
    Finding finding,
    String method,
    long leftRows,
    long rightRows,
    long missing,
    long extra,
    long changed,
    List<Difference> differences,
    long unnamed,
    List<ColumnCount> columnCounts,
    List<Note> notes,
    List<String> remarks,
    List<Long> numbers,
    boolean allNumbers,
    KeyKind kind,
    long moved) {

  /** Returns the same without what only a second look needs. */
  public Comparison withoutNumbers() {
    return new Comparison(
        finding,
        method,
        leftRows,
        rightRows,
        missing,
        extra,
        changed,
        differences,
        unnamed,
        columnCounts,
        notes,
        remarks,
        List.of(),
        allNumbers,
        kind,
        moved);
  }

  /** What a comparison can find; that it could not be found out is an exception. */
  public enum Finding {
    /** No difference. */
    EQUAL,
    /** Differences. */
    DIFFERENT,
    /** Buckets differed, and moments later their rows did not: somebody is writing. */
    MOVING
  }

  /**
   * A column that differs.
   *
   * @param column its name
   * @param rows in how many of the named rows
   */
  public record ColumnCount(String column, long rows) {}

  /**
   * How a column was compared.
   *
   * @param column its name
   * @param left its type in the source
   * @param right its type in the warehouse
   * @param how in words
   * @param exact whether a difference is certainly one of the values
   * @param masked whether values are hidden
   */
  public record Note(
      String column, String left, String right, String how, boolean exact, boolean masked) {}
}
