package io.tributary.activities.environment;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.error.AwsErrors;
import io.tributary.activities.error.Diagnosis;
import io.tributary.workflows.environment.EnvironmentActivities;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.PinnedEnvironment;
import io.tributary.workflows.environment.ReconciliationSlice;
import io.tributary.workflows.environment.RefreshSlice;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Gives each run its specification and the slice of it that it needs. */
public final class EnvironmentSlices implements EnvironmentActivities {
  private final EnvironmentStore store;
  private final StsClient sts;
  private final String environment;

  /**
   * Makes the activities of one worker.
   *
   * @param store the published specifications
   * @param sts asks who the worker is; its region is the worker's
   * @param environment the one environment that the worker serves
   */
  public EnvironmentSlices(EnvironmentStore store, StsClient sts, String environment) {
    this.store = store;
    this.sts = sts;
    this.environment = environment;
  }

  @Override
  public PinnedEnvironment pin(@Nullable String asked, @Nullable String digest) {
    if (asked != null && !asked.equals(environment)) {
      throw Failures.of(
          ErrorCode.ENVIRONMENT_OTHER,
          "The input names the environment \""
              + shown(asked)
              + "\", and this worker serves \""
              + environment
              + "\". Leave environment out, or start it in the namespace tributary-"
              + shown(asked)
              + ".");
    }
    String pinned = digest == null ? newest() : digest;
    EnvironmentSpec spec = store.load(pinned);
    if (!spec.name().equals(environment)) {
      throw Failures.of(
          ErrorCode.ENVIRONMENT_OTHER,
          "The digest "
              + pinned
              + " is of the environment \""
              + spec.name()
              + "\", and this worker serves \""
              + environment
              + "\".");
    }
    verifyAccount(spec);
    verifyRegion(spec);
    return new PinnedEnvironment(environment, pinned, spec.account().id(), spec.account().region());
  }

  @Override
  public RefreshSlice refresh(String digest, List<String> views) {
    return RefreshSlices.of(store.load(digest), views);
  }

  @Override
  public ReconciliationSlice reconciliation(String digest, List<String> tables) {
    return ReconciliationSlices.of(store.load(digest), tables);
  }

  private String newest() {
    return store
        .newest(environment)
        .orElseThrow(
            () ->
                Failures.of(
                    ErrorCode.SPECIFICATION_UNKNOWN,
                    "No specification is published for the environment \""
                        + environment
                        + "\". Publish one: tributary env publish "
                        + environment
                        + "."));
  }

  private void verifyAccount(EnvironmentSpec spec) {
    String caller = caller();
    if (!caller.equals(spec.account().id())) {
      throw Failures.of(
          ErrorCode.ACCOUNT_MISMATCH,
          "The worker's credentials belong to account "
              + caller
              + ", and the specification of \""
              + environment
              + "\" says account.id "
              + spec.account().id()
              + ". Nothing was changed. Give the worker credentials of "
              + spec.account().id()
              + profile(spec)
              + ".");
    }
  }

  private void verifyRegion(EnvironmentSpec spec) {
    String region = sts.serviceClientConfiguration().region().id();
    if (!region.equals(spec.account().region())) {
      throw Failures.of(
          ErrorCode.REGION_MISMATCH,
          "The worker's region is "
              + region
              + ", and the specification of \""
              + environment
              + "\" says account.region "
              + spec.account().region()
              + ". Nothing was changed. Start the worker with AWS_REGION="
              + spec.account().region()
              + ".");
    }
  }

  private String caller() {
    try {
      return sts.getCallerIdentity().account();
    } catch (SdkException failed) {
      throw failure(AwsErrors.diagnose("sts:GetCallerIdentity", failed));
    }
  }

  /** The question changes nothing, so that a lost answer is not one that one must look into. */
  private static ApplicationFailure failure(Diagnosis diagnosis) {
    ErrorCode code =
        diagnosis.code() == ErrorCode.ANSWER_LOST ? ErrorCode.AWS_UNREACHABLE : diagnosis.code();
    return Failures.of(code, diagnosis.text());
  }

  private static String profile(EnvironmentSpec spec) {
    return spec.account().profile() == null ? "" : " (profile " + spec.account().profile() + ")";
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
