package io.tributary.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.activities.Warehouse;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.activities.state.ErrorLedger;
import io.tributary.activities.state.Migrations;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.notification.Notice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People hear of a change once, and of nothing else. */
@Timeout(120)
class NotificationsTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  @TempDir Path folder;

  private final Warehouse warehouse = new Warehouse(SANDBOX);
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");

  @BeforeEach
  void clean() {
    warehouse.clean();
  }

  @Test
  void tellsOfTroubleOnceAndOfItsEndOnce() {
    Notifications notifications = notifications();
    notifications.tell(notice(null));
    assertThat(told()).isEmpty();

    notifications.tell(notice("REFRESH_FAILED"));
    notifications.tell(notice("REFRESH_FAILED"));
    assertThat(told()).hasSize(1);
    assertThat(notifications.open())
        .extracting(ErrorLedger.Open::code)
        .containsExactly("REFRESH_FAILED");

    now = now.plusSeconds(60);
    notifications.tell(notice("VIEW_UNREFRESHABLE"));
    assertThat(told()).hasSize(2);
    assertThat(notifications.open()).hasSize(1);

    now = now.plusSeconds(60);
    notifications.tell(notice(null));
    notifications.tell(notice(null));
    assertThat(told()).hasSize(3).last().asString().endsWith("-cleared.json");
    assertThat(notifications.open()).isEmpty();
  }

  @Test
  void tellsAgainWhenItDiedBeforeItWasToldAndWritesTheSameFile() {
    new Migrations(warehouse.statements()).migrate(Warehouse.REF);
    // What a worker leaves that dies between the ledger and the telling.
    new ErrorLedger(warehouse.statements()).apply(Warehouse.REF, notice("REFRESH_FAILED"), now);
    Instant raised = now;
    now = now.plusSeconds(600);
    notifications().tell(notice("REFRESH_FAILED"));
    assertThat(told())
        .singleElement()
        .asString()
        .contains(raised.toString().substring(0, 10) + "T08-00-00Z");
    notifications().tell(notice("REFRESH_FAILED"));
    assertThat(told()).hasSize(1);
  }

  @Test
  void saysWhatToDo() {
    notifications().tell(notice("REFRESH_FAILED"));
    Optional<byte[]> file = new FolderEvidence(folder).read(told().getFirst());
    assertThat(new String(file.orElseThrow(), StandardCharsets.UTF_8))
        .contains("Materialized views were not refreshed")
        .contains("docs/runbook.md#refresh-failed")
        .contains("2 of 9 views failed");
  }

  private List<String> told() {
    return new FolderEvidence(folder).list("sandbox/notifications");
  }

  private Notifications notifications() {
    return new Notifications(
        () -> Warehouse.REF, warehouse.statements(), new FolderEvidence(folder), () -> now);
  }

  private static Notice notice(@Nullable String code) {
    return new Notice("sandbox", "refresh marts", code, "2 of 9 views failed", null);
  }
}
