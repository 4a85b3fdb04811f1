package io.tributary.workflows.job;

import io.tributary.workflows.environment.EnvironmentActivities;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A specification with given groups. */
public final class FakeEnvironments implements EnvironmentActivities {
  public static final PinnedEnvironment PINNED =
      new PinnedEnvironment(TestServer.ENVIRONMENT, "digest", "111122223333", "us-west-2");
  public static final WarehouseRef WAREHOUSE =
      new WarehouseRef(WarehouseKind.SERVERLESS, "wg", "dev", null);

  private final List<RefreshSlice.Group> viewGroups = new ArrayList<>();
  private final List<ReconciliationSlice.Group> tableGroups = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable ErrorCode refusal;

  public FakeEnvironments with(RefreshSlice.Group group) {
    viewGroups.add(group);
    return this;
  }

  public FakeEnvironments with(ReconciliationSlice.Group group) {
    tableGroups.add(group);
    return this;
  }

  public void refuse(ErrorCode code) {
    refusal = code;
  }

  @Override
  public synchronized PinnedEnvironment pin(@Nullable String environment, @Nullable String digest) {
    asked.add("pin " + environment + " " + digest);
    if (refusal != null) {
      throw Failures.of(refusal, "the credentials belong to 999988887777");
    }
    return PINNED;
  }

  @Override
  public synchronized RefreshSlice refresh(String digest, List<String> views) {
    asked.add("refresh " + views);
    return new RefreshSlice(WAREHOUSE, viewGroups);
  }

  @Override
  public synchronized ReconciliationSlice reconciliation(String digest, List<String> tables) {
    asked.add("reconciliation " + tables);
    return new ReconciliationSlice(tableGroups);
  }

  /** Returns what was asked, in order. */
  public synchronized List<String> asked() {
    return new ArrayList<>(asked);
  }
}
