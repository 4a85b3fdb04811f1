package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Comparison;
import io.tributary.activities.comparison.Difference;
import io.tributary.workflows.reconciliation.TableResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a table has left: a file of the evidence.
 *
 * @param result the verdict
 * @param comparison what was found, null where nothing could be found out
 * @param look 1, or 2 for the look after the lag
 * @param startMillis when reading began, milliseconds since the epoch; the source is read as it was
 *     then
 * @param endMillis when reading ended; the warehouse is read between the two
 * @param security how the connection to the source was secured
 */
record TableDetails(
    TableResult result,
    @Nullable Comparison comparison,
    int look,
    long startMillis,
    long endMillis,
    String security) {

  /** Returns the differences that are named. */
  List<Difference> differences() {
    return comparison == null ? List.of() : comparison.differences();
  }

  /** Returns the same for a report: what only a second look needs is left out. */
  TableDetails withoutNumbers() {
    return comparison == null
        ? this
        : new TableDetails(
            result, comparison.withoutNumbers(), look, startMillis, endMillis, security);
  }

  /** Returns the name of the file of a look at a table. */
  static String file(String table, int look) {
    return "tables/" + TableFiles.fit(table) + (look == 1 ? ".json" : ".second.json");
  }
}
