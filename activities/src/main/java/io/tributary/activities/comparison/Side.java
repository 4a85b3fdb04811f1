package io.tributary.activities.comparison;

import java.util.function.Consumer;

/** One of the two tables: where it is and how to ask it. */
public interface Side {
  /** Returns the SQL of its engine. */
  Dialect dialect();

  /** Returns the table. */
  TableName table();

  /**
   * Runs SQL that only reads and hands over every row; memory does not grow with the result.
   *
   * @throws RuntimeException the side's own, when the question has no answer: never an empty result
   */
  void query(String sql, Consumer<Cells> rows);

  /** Stops the statement that runs; may be called from another thread, and when none runs. */
  void cancel();
}
