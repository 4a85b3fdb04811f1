package io.tributary.activities.statement;

import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.statement.StatementRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the tests of this package share. */
final class Fixtures {
  static final WarehouseRef WAREHOUSE =
      new WarehouseRef(WarehouseKind.SERVERLESS, "sandbox", "dev", null);
  static final StatementRequest REFRESH =
      new StatementRequest(
          WAREHOUSE,
          "run-1/refresh/mart.daily/1",
          "REFRESH MATERIALIZED VIEW mart.daily",
          "refresh mart.daily");

  private Fixtures() {}

  static StatementPolicy policy() {
    return new StatementPolicy(
        1e6, 1e6, 1e6, 1e6, Duration.ofSeconds(30), Duration.ofMillis(20), 4, Duration.ofMillis(1));
  }

  static DataApi api(FakeDataApi fake) {
    return new DataApi(fake, policy(), InstantSource.fixed(Instant.EPOCH), new Waits());
  }

  /** Waits that pass at once and are written down. */
  static final class Waits implements Pause {
    final List<Duration> waits = new CopyOnWriteArrayList<>();

    @Override
    public void sleep(Duration time) {
      waits.add(time);
    }
  }
}
