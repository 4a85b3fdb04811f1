package io.tributary.activities.environment;

import static io.tributary.activities.environment.EnvironmentStoreTest.failsWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.activities.ddl.SpecificationWriter;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.Row;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.environment.View;
import io.tributary.workflows.environment.WarehouseRef;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** environments/sandbox.yaml in the sandbox: the real calls, and every query of it. */
@Timeout(180)
class SandboxEnvironmentTest {
  @RegisterExtension
  static final SandboxExtension SANDBOX =
      SandboxExtension.shared().withOptions("--temporal", "none");

  @TempDir Path folder;

  private final EnvironmentSpec spec =
      EnvironmentFile.read(EnvironmentFilesTest.ENVIRONMENTS.resolve("sandbox.yaml"));

  @Test
  void pinsInItsOwnAccount() {
    EnvironmentStore store = new EnvironmentStore(new FolderEvidence(folder));
    String digest = store.publish(spec);
    StsClient own = SANDBOX.handle().client(StsClient.builder());
    assertThat(new EnvironmentSlices(store, own, "sandbox").pin(null, null).digest())
        .isEqualTo(digest);
  }

  @Test
  void stopsWithTheKeyOfAnotherAccount() {
    EnvironmentStore store = new EnvironmentStore(new FolderEvidence(folder));
    store.publish(spec);
    StsClient other =
        StsClient.builder()
            .endpointOverride(SANDBOX.handle().aws())
            .region(Region.of(SANDBOX.handle().region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIAOTHERACCOUNT0000", "sandbox")))
            .build();
    failsWith(
        "ACCOUNT_MISMATCH",
        () -> new EnvironmentSlices(store, other, "sandbox").pin(null, null),
        "999988887777");
  }

  @Test
  void everyViewCanBeMadeAndHasRows() {
    WarehouseStatements statements =
        new DataApiStatements(
            SANDBOX.handle().client(RedshiftDataClient.builder()),
            StatementPolicy.standard(),
            InstantSource.system());
    SourceSecrets secrets =
        new SourceSecrets(SANDBOX.handle().client(SecretsManagerClient.builder()));
    assertThat(new SpecificationWriter(statements, secrets).apply(spec, "test")).isNotEmpty();
    WarehouseRef warehouse = spec.warehouse().reference();
    for (MaterializedView view : spec.materializedViews()) {
      hasRows(statements, warehouse, view.name());
    }
    for (View view : spec.views()) {
      hasRows(statements, warehouse, view.name());
    }
  }

  private static void hasRows(WarehouseStatements statements, WarehouseRef at, String view) {
    List<Row> rows = statements.query(at, "SELECT COUNT(*) FROM " + view);
    assertThat(rows).as(view).hasSize(1);
    assertThat(rows.getFirst().number(0)).as(view).isPositive();
  }
}
