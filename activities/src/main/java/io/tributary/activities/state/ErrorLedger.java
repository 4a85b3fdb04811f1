package io.tributary.activities.state;

import io.tributary.activities.ddl.SqlText;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.notification.Notice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which trouble is open and who was told, in {@code tributary.error_ledger}. A subject has at most
 * one open error. That somebody was told is noted after it was done, so that a death in between
 * tells twice and never not at all.
 */
public final class ErrorLedger {
  private final WarehouseStatements statements;

  /** Makes it; nothing is sent. */
  public ErrorLedger(WarehouseStatements statements) {
    this.statements = statements;
  }

  /**
   * Brings the ledger to what a notice says.
   *
   * @param at when it became known
   * @return what has to be told; empty when nothing changed and everything was told
   */
  public Optional<Change> apply(WarehouseRef warehouse, Notice notice, Instant at) {
    return changed(warehouse, notice, at.truncatedTo(ChronoUnit.SECONDS));
  }

  private Optional<Change> changed(WarehouseRef warehouse, Notice notice, Instant at) {
    Optional<Row> newest = newest(warehouse, notice.subject());
    @Nullable String open = newest.map(ErrorLedger::openCode).orElse(null);
    if (notice.code() == null) {
      return clear(warehouse, notice, at, newest);
    }
    if (!notice.code().equals(open)) {
      raise(warehouse, notice, at);
      return Optional.of(new Change(Change.Kind.RAISED, at, open));
    }
    boolean told = newest.orElseThrow().nullable(2) != null;
    return told
        ? Optional.empty()
        : Optional.of(new Change(Change.Kind.RAISED, instant(newest.orElseThrow(), 1), null));
  }

  private Optional<Change> clear(
      WarehouseRef warehouse, Notice notice, Instant at, Optional<Row> newest) {
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Row row = newest.get();
    if (openCode(row) != null) {
      write(warehouse, List.of(closing(notice.subject(), at)));
      return Optional.of(new Change(Change.Kind.CLEARED, at, row.text(0)));
    }
    boolean told = row.nullable(4) != null;
    return told
        ? Optional.empty()
        : Optional.of(new Change(Change.Kind.CLEARED, instant(row, 3), row.text(0)));
  }

  /** Notes that the change was told. */
  public void told(WarehouseRef warehouse, String subject, Change.Kind kind, Instant at) {
    String column = kind == Change.Kind.RAISED ? "told_at" : "cleared_told_at";
    write(
        warehouse,
        List.of(
            "UPDATE tributary.error_ledger SET "
                + column
                + " = "
                + StateTime.literal(at)
                + " WHERE subject = "
                + SqlText.literal(subject, 300)
                + " AND "
                + column
                + " IS NULL AND cleared_at IS "
                + (kind == Change.Kind.RAISED ? "NULL" : "NOT NULL")));
  }

  /** Returns the errors that are open. */
  public List<Open> open(WarehouseRef warehouse) {
    return statements
        .query(
            warehouse,
            "SELECT subject, code, detail, CAST(EXTRACT(epoch FROM raised_at) AS BIGINT)"
                + " FROM tributary.error_ledger WHERE cleared_at IS NULL ORDER BY raised_at")
        .stream()
        .map(row -> new Open(row.text(0), row.text(1), row.nullable(2), instant(row, 3)))
        .toList();
  }

  private void raise(WarehouseRef warehouse, Notice notice, Instant at) {
    write(
        warehouse,
        List.of(
            closing(notice.subject(), at),
            "INSERT INTO tributary.error_ledger (subject, code, detail, link, raised_at)\nVALUES ("
                + String.join(
                    ", ",
                    SqlText.literal(notice.subject(), 300),
                    SqlText.literal(notice.code(), 60),
                    SqlText.literal(notice.detail(), 2000),
                    SqlText.literal(notice.link(), 1000),
                    StateTime.literal(at))
                + ")"));
  }

  /** Another error takes the place of the open one: nobody is told that the old one is over. */
  private static String closing(String subject, Instant at) {
    return "UPDATE tributary.error_ledger SET cleared_at = "
        + StateTime.literal(at)
        + " WHERE subject = "
        + SqlText.literal(subject, 300)
        + " AND cleared_at IS NULL";
  }

  private Optional<Row> newest(WarehouseRef warehouse, String subject) {
    return statements
        .query(
            warehouse,
            "SELECT code, CAST(EXTRACT(epoch FROM raised_at) AS BIGINT), told_at,"
                + " CAST(EXTRACT(epoch FROM cleared_at) AS BIGINT), cleared_told_at"
                + " FROM tributary.error_ledger WHERE subject = "
                + SqlText.literal(subject, 300)
                + " ORDER BY CASE WHEN cleared_at IS NULL THEN 0 ELSE 1 END, raised_at DESC LIMIT 1")
        .stream()
        .findFirst();
  }

  private static @Nullable String openCode(Row row) {
    return row.nullable(3) == null ? row.text(0) : null;
  }

  private static Instant instant(Row row, int column) {
    return Instant.ofEpochSecond(row.number(column));
  }

  /** The question before decides whether to write, so that each write is a statement of its own. */
  private void write(WarehouseRef warehouse, List<String> sqls) {
    statements.transaction(warehouse, "error-ledger-" + UUID.randomUUID(), sqls);
  }

  /**
   * A change that people should know.
   *
   * @param kind raised or cleared
   * @param at when it became known
   * @param before the code that was open before, null if none
   */
  public record Change(Kind kind, Instant at, @Nullable String before) {
    /** What changed. */
    public enum Kind {
      /** Trouble began, or became another one. */
      RAISED,
      /** Trouble is over. */
      CLEARED
    }
  }

  /**
   * An error that is open.
   *
   * @param subject what it is about
   * @param code the name of an {@code ErrorCode}
   * @param detail one sentence
   * @param raised since when
   */
  public record Open(String subject, String code, @Nullable String detail, Instant raised) {}
}
