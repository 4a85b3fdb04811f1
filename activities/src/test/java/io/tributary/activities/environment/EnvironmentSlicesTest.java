package io.tributary.activities.environment;

import static io.tributary.activities.environment.EnvironmentStoreTest.failsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.evidence.FolderEvidence;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsServiceClientConfiguration;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** A run gets its specification only in its own account, region and environment. */
class EnvironmentSlicesTest {
  @TempDir Path folder;
  private EnvironmentStore store;
  private String digest;

  /** Says who the caller is. */
  private record Caller(String account, String region) implements StsClient {
    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
      if (account.isEmpty()) {
        throw SdkClientException.create("Unable to load credentials from any of the providers");
      }
      return GetCallerIdentityResponse.builder().account(account).build();
    }

    @Override
    public StsServiceClientConfiguration serviceClientConfiguration() {
      return StsServiceClientConfiguration.builder().region(Region.of(region)).build();
    }

    @Override
    public String serviceName() {
      return "sts";
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void publish() {
    store = new EnvironmentStore(new FolderEvidence(folder));
    digest =
        store.publish(
            EnvironmentFile.read(EnvironmentFilesTest.ENVIRONMENTS.resolve("sandbox.yaml")));
  }

  private EnvironmentSlices slices(String account, String region, String environment) {
    return new EnvironmentSlices(store, new Caller(account, region), environment);
  }

  private EnvironmentSlices slices() {
    return slices("111122223333", "us-west-2", "sandbox");
  }

  @Test
  void pinsTheNewestWhenNothingIsSaid() {
    assertThat(slices().pin(null, null))
        .isEqualTo(new PinnedEnvironment("sandbox", digest, "111122223333", "us-west-2"));
    assertThat(slices().pin("sandbox", digest).digest()).isEqualTo(digest);
  }

  @Test
  void stopsInAnotherAccountWithBothNumbers() {
    failsWith(
        "ACCOUNT_MISMATCH",
        () -> slices("999988887777", "us-west-2", "sandbox").pin(null, null),
        "belong to account 999988887777, and the specification of \"sandbox\" says account.id"
            + " 111122223333");
  }

  @Test
  void stopsInAnotherRegionWithBothNames() {
    failsWith(
        "REGION_MISMATCH",
        () -> slices("111122223333", "eu-west-1", "sandbox").pin(null, null),
        "region is eu-west-1, and the specification of \"sandbox\" says account.region us-west-2");
  }

  @Test
  void servesItsOwnEnvironmentOnly() {
    failsWith("ENVIRONMENT_OTHER", () -> slices().pin("prod", null), "serves \"sandbox\"");
    EnvironmentSpec prod =
        EnvironmentFile.read(EnvironmentFilesTest.ENVIRONMENTS.resolve("prod.yaml"));
    String other = store.publish(prod);
    failsWith("ENVIRONMENT_OTHER", () -> slices().pin(null, other), "of the environment \"prod\"");
  }

  @Test
  void saysHowToPublishWhenNothingIs() {
    failsWith(
        "SPECIFICATION_UNKNOWN",
        () -> slices("111122223333", "us-west-2", "dev").pin(null, null),
        "tributary env publish dev");
  }

  @Test
  void missingCredentialsAreNamed() {
    assertThatThrownBy(() -> slices("", "us-west-2", "sandbox").pin(null, null))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo("CREDENTIALS_MISSING"));
  }

  @Test
  void allViewsAreWholeGroups() {
    for (List<String> asked : List.of(List.<String>of(), List.of("all"), List.of("marts"))) {
      RefreshSlice slice = slices().refresh(digest, asked);
      assertThat(slice.warehouse())
          .isEqualTo(new WarehouseRef(WarehouseKind.SERVERLESS, "sandbox", "dev", null));
      RefreshSlice.Group group = slice.groups().getFirst();
      assertThat(slice.groups()).hasSize(1);
      assertThat(group.name()).isEqualTo("marts");
      assertThat(group.views()).hasSizeGreaterThanOrEqualTo(11).contains("mart.daily_sales");
      assertThat(group.whole()).isTrue();
      assertThat(group.maxParallel()).isEqualTo(4);
      assertThat(group.freshness())
          .hasSameSizeAs(group.views())
          .contains(new RefreshSlice.Freshness("mart.daily_sales", 3600));
    }
  }

  @Test
  void someViewsAreAPartOfTheirGroup() {
    RefreshSlice.Group group =
        slices().refresh(digest, List.of("mart.daily_sales")).groups().getFirst();
    assertThat(group.views()).containsExactly("mart.daily_sales");
    assertThat(group.whole()).isFalse();
  }

  @Test
  void anUnknownViewIsNamedWithTheNearest() {
    failsWith(
        "INPUT_UNKNOWN_NAME",
        () -> slices().refresh(digest, List.of("mart.daily_sale")),
        "views names \"mart.daily_sale\", which the specification does not have. Did you mean"
            + " \"mart.daily_sales\"?");
  }

  @Test
  void tablesComeInTheirGroupsWithTheirLag() {
    ReconciliationSlice all = slices().reconciliation(digest, List.of("all"));
    assertThat(all.groups()).hasSize(1);
    assertThat(all.groups().getFirst().whole()).isTrue();
    assertThat(all.groups().getFirst().tables()).hasSize(5);
    ReconciliationSlice.Group one =
        slices().reconciliation(digest, List.of("aurora.public.region")).groups().getFirst();
    assertThat(one.tables())
        .containsExactly(new ReconciliationSlice.Table("aurora.public.region", 0));
    assertThat(one.whole()).isFalse();
    failsWith(
        "INPUT_UNKNOWN_NAME",
        () -> slices().reconciliation(digest, List.of("cores")),
        "Did you mean \"core\"?");
  }
}
