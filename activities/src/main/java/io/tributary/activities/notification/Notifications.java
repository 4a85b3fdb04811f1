package io.tributary.activities.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.state.ErrorLedger;
import io.tributary.activities.state.Migrations;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.notification.Notice;
import io.tributary.workflows.notification.NotificationActivities;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people about a change of state: one line in the log, one file in the evidence. Other
 * channels follow with the operations phase.
 */
public final class Notifications implements NotificationActivities {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

  private final Supplier<WarehouseRef> warehouse;
  private final ErrorLedger ledger;
  private final Migrations migrations;
  private final EvidenceStore evidence;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Makes it; nothing is sent.
   *
   * @param warehouse the warehouse of the worker's environment, asked at every notice because a
   *     newly published specification may name another one
   */
  public Notifications(
      Supplier<WarehouseRef> warehouse,
      WarehouseStatements statements,
      EvidenceStore evidence,
      InstantSource clock) {
    this.warehouse = warehouse;
    this.ledger = new ErrorLedger(statements);
    this.migrations = new Migrations(statements);
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  public void tell(Notice notice) {
    WarehouseRef at = warehouse.get();
    Optional<ErrorLedger.Change> change =
        migrations.with(at, () -> ledger.apply(at, notice, clock.instant()));
    if (change.isPresent()) {
      tell(notice, change.get());
      ledger.told(at, notice.subject(), change.get().kind(), clock.instant());
    }
  }

  private void tell(Notice notice, ErrorLedger.Change change) {
    String code = notice.code();
    if (code == null) {
      LOG.info("CLEARED {}: {} ({} is over)", notice.subject(), notice.detail(), change.before());
    } else {
      LOG.error("RAISED {}: {}: {}", notice.subject(), title(code), notice.detail());
    }
    evidence.write(path(notice, change), page(notice, change));
  }

  /** The same change is the same file, however often it is told. */
  private static String path(Notice notice, ErrorLedger.Change change) {
    String subject = notice.subject().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String time = change.at().toString().replaceAll("[:.]", "-");
    return notice.environment()
        + "/notifications/"
        + time
        + "-"
        + subject
        + "-"
        + change.kind().name().toLowerCase(Locale.ROOT)
        + ".json";
  }

  private byte[] page(Notice notice, ErrorLedger.Change change) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("change", change.kind().name());
    page.put("at", change.at().toString());
    page.put("environment", notice.environment());
    page.put("subject", notice.subject());
    String code = notice.code();
    if (code != null) {
      page.put("code", code);
      page.put("title", title(code));
      page.put("runbook", "docs/runbook.md#" + anchor(code));
    }
    page.put("detail", notice.detail());
    if (notice.link() != null) {
      page.put("link", notice.link());
    }
    try {
      return json.writeValueAsBytes(page);
    } catch (JsonProcessingException e) {
      throw Failures.of(ErrorCode.INTERNAL, "a notification cannot be written as JSON");
    }
  }

  private static String title(String code) {
    return known(code).map(ErrorCode::title).orElse(code);
  }

  private static String anchor(String code) {
    return known(code).map(ErrorCode::anchor).orElse("internal");
  }

  /** A run of an older or newer version may tell of a code that this one does not have. */
  private static Optional<ErrorCode> known(String code) {
    for (ErrorCode one : ErrorCode.values()) {
      if (one.name().equals(code)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Returns the errors that are open, for the digest and for {@code status}. */
  public List<ErrorLedger.Open> open() {
    WarehouseRef at = warehouse.get();
    return migrations.with(at, () -> ledger.open(at));
  }
}
