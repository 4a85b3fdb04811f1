package io.tributary.activities.reconciliation;

import io.tributary.activities.comparison.Comparison;
import io.tributary.activities.comparison.Comparison.ColumnCount;
import io.tributary.activities.comparison.Comparison.Finding;
import io.tributary.activities.comparison.Limits;
import io.tributary.activities.comparison.Side;
import io.tributary.activities.comparison.TableComparison;
import io.tributary.activities.source.JdbcSources;
import io.tributary.activities.source.SourceConnection;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.reconciliation.Depth;
import io.tributary.workflows.reconciliation.ReconciliationRequest;
import io.tributary.workflows.reconciliation.TableResult;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at one table: the first, or the second after the lag at what differed then. */
final class TableLook {
  private final ReconciliationRequest request;
  private final String table;
  private final @Nullable TableResult former;
  private final InstantSource clock;
  private final TableFiles files;
  private final long startMillis;

  TableLook(
      ReconciliationRequest request,
      String table,
      @Nullable TableResult former,
      InstantSource clock,
      TableFiles files) {
    this.request = request;
    this.table = table;
    this.former = former;
    this.clock = clock;
    this.files = files;
    startMillis = clock.millis();
  }

  /** Looks. */
  TableDetails at(ComparedTable compared, JdbcSources sources, WarehouseStatements statements) {
    try (SourceConnection connection = sources.open(compared.source())) {
      Side left = new SourceSide(connection, compared.origin());
      Side right =
          new WarehouseSide(statements, compared.spec().warehouse().reference(), compared.target());
      TableComparison comparison =
          TableComparison.open(
              left,
              right,
              compared.table().key(),
              Set.copyOf(compared.table().masked()),
              new TableComparison.Settings(new ActivityWatcher(), Limits.usual()));
      Comparison found = former == null ? first(comparison) : second(comparison);
      return details(found, compared);
    }
  }

  private Comparison first(TableComparison comparison) {
    return switch (request.depth()) {
      case COUNT -> comparison.counts();
      case CHECKSUM -> comparison.checksums();
      case ROWS -> comparison.rows();
    };
  }

  /** Where the first look did not remember every key, the whole table is looked at again. */
  private Comparison second(TableComparison comparison) {
    Comparison before = files.read(table, 1).map(TableDetails::comparison).orElse(null);
    boolean known = before != null && before.allNumbers() && before.kind() == comparison.kind();
    return request.depth() == Depth.ROWS && before != null && known
        ? comparison.again(before.numbers())
        : first(comparison);
  }

  private TableDetails details(Comparison found, ComparedTable compared) {
    long end = clock.millis();
    TableResult result =
        new TableResult(
            table,
            compared.target().toString(),
            verdict(found.finding()),
            found.method(),
            found.leftRows(),
            found.rightRows(),
            found.missing(),
            found.extra(),
            found.changed(),
            found.columnCounts().stream().map(ColumnCount::column).toList(),
            end - startMillis,
            found.moved(),
            null,
            files.location(table, look()));
    String security = security(compared.source().tls());
    return new TableDetails(result, found, look(), startMillis, end, security);
  }

  /** Returns the details of a table about which nothing could be found out. */
  TableDetails failed(String error) {
    long end = clock.millis();
    TableResult result =
        new TableResult(
            table,
            former == null ? "" : former.target(),
            Verdict.ERROR,
            "",
            -1,
            -1,
            -1,
            -1,
            -1,
            java.util.List.of(),
            end - startMillis,
            0,
            error,
            files.location(table, look()));
    return new TableDetails(result, null, look(), startMillis, end, "");
  }

  /** What was there at the first look and is gone at the second was on its way. */
  private Verdict verdict(Finding finding) {
    return switch (finding) {
      case EQUAL -> former == null ? Verdict.EQUAL : Verdict.IN_FLIGHT;
      case DIFFERENT -> Verdict.DIFFERENT;
      case MOVING -> Verdict.IN_FLIGHT;
    };
  }

  private int look() {
    return former == null ? 1 : 2;
  }

  private static String security(Source.Tls tls) {
    return switch (tls) {
      case VERIFY_FULL -> "encrypted, certificate and host name checked";
      case REQUIRE -> "encrypted, certificate not checked";
      case DISABLE -> "plain text on loopback";
    };
  }
}
