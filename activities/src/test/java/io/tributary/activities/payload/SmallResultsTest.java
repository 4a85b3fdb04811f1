package io.tributary.activities.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results are weighed where they are made. */
class SmallResultsTest {
  private record Pages(String title, List<String> rows) {}

  private final SmallResults small = new SmallResults(100, 1000);

  @Test
  void namesTheFieldsAndTheirSizesButNoValue() {
    Pages pages = new Pages("canary", Collections.nCopies(600, "x"));

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> small.weigh("Load_pages", pages));

    assertThat(failure.getType()).isEqualTo("PAYLOAD_TOO_LARGE");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage())
        .isEqualTo(
            "The result of Load_pages has 2.4 KB, the bound is 1.0 KB: rows 2.3 KB in 600 elements,"
                + " title 0.0 KB")
        .doesNotContain("canary");
  }

  @Test
  void letsSmallOnesAndNothingPass() {
    assertThatCode(
            () -> {
              small.weigh("Load_pages", new Pages("short", List.of()));
              small.weigh("Load_pages", new Pages("a warning", Collections.nCopies(100, "x")));
              small.weigh("Load_pages", null);
            })
        .doesNotThrowAnyException();
  }

  /** Answers with too much. */
  @ActivityInterface
  public interface Large {
    @ActivityMethod(name = "Large")
    List<String> large();
  }

  @Test
  void standsBetweenAnActivityAndTheServer() {
    TestActivityEnvironment environment =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new SmallResults())
                        .build())
                .build());
    Large tooLarge = () -> Collections.nCopies(100_000, "abc");
    environment.registerActivitiesImplementations(tooLarge);
    try {
      Throwable thrown =
          catchThrowableOfType(
              RuntimeException.class, () -> environment.newActivityStub(Large.class).large());
      assertThat(thrown)
          .hasRootCauseInstanceOf(ApplicationFailure.class)
          .hasStackTraceContaining("PAYLOAD_TOO_LARGE");
    } finally {
      environment.close();
    }
  }
}
