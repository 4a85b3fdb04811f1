package io.tributary.activities.statement;

import static io.tributary.activities.statement.Fixtures.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.statement.StatementRequest;
import io.tributary.workflows.statement.StatementSubmitActivities;
import io.tributary.workflows.statement.SubmittedStatement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is lost, a statement is handed over once. */
@Timeout(60)
class StatementSubmitterTest {
  private final FakeDataApi fake = new FakeDataApi();

  @Test
  void submitsOnceAndLooksNothingUp() {
    SubmittedStatement submitted = submit(REFRESH);
    assertThat(submitted.id()).isEqualTo("id-1");
    assertThat(fake.count("execute")).isEqualTo(1);
    assertThat(fake.count("list")).isZero();
  }

  @Test
  void findsByItsNameTheStatementWhoseAnswerWasLost() {
    fake.loseAnswers(1);
    SubmittedStatement submitted = submit(REFRESH);
    assertThat(submitted.id()).isEqualTo("id-1");
    assertThat(fake.count("execute")).isEqualTo(1);
    assertThat(fake.calls)
        .anyMatch(call -> call.startsWith("list tributary-") && call.endsWith("ALL"));
    assertThat(fake.byToken).hasSize(1);
  }

  @Test
  void looksUpOnARetryBeforeItSubmitsAnything() {
    // The first attempt's statement arrived; its answer did not, nor that of the look-up after it.
    fake.loseAnswers(1);
    fake.fail("list", FakeDataApi.answer("ThrottlingException", "Rate exceeded"));
    SubmittedStatement submitted = submit(REFRESH);
    assertThat(submitted.id()).isEqualTo("id-1");
    assertThat(fake.count("execute")).isEqualTo(1);
    assertThat(fake.count("list")).isEqualTo(2);
  }

  @Test
  void submitsAgainWithTheSameTokenWhatNeverArrived() {
    fake.fail("execute", FakeDataApi.answer("InternalServerException", "oops"));
    assertThat(submit(REFRESH).id()).isEqualTo("id-1");
    assertThat(fake.count("execute")).isEqualTo(2);
    assertThat(fake.byToken).hasSize(1);
  }

  @Test
  void waitsForAFreePlaceAmongTheActiveStatements() {
    fake.fail("execute", FakeDataApi.answer("ActiveStatementsExceededException", "too many"));
    assertThat(submit(REFRESH).id()).isEqualTo("id-1");
    assertThat(fake.count("execute")).isEqualTo(2);
  }

  @Test
  void triesARefusedRequestOnce() {
    fake.fail("execute", FakeDataApi.answer("ValidationException", "no such parameter"));
    Throwable failure = catchThrowable(() -> submit(REFRESH));
    assertThat(Failures.code(failure)).contains(ErrorCode.AWS_REFUSED);
    assertThat(fake.count("execute")).isEqualTo(1);
  }

  @Test
  void leavesToTheCatalogueWhatTheNameNoLongerTells() {
    StatementSubmitter submitter = new StatementSubmitter(Fixtures.api(fake));
    Throwable failure =
        catchThrowable(
            () -> submitter.submit(REFRESH, 2, Instant.EPOCH.minus(Duration.ofHours(24))));
    assertThat(Failures.code(failure)).contains(ErrorCode.STATEMENT_EXPIRED);
    assertThat(fake.byToken).isEmpty();
  }

  @Test
  void tellsStatementsApartByKeyAndBySql() {
    submit(REFRESH);
    submit(new StatementRequest(REFRESH.warehouse(), "run-2/1", REFRESH.sql(), REFRESH.label()));
    submit(new StatementRequest(REFRESH.warehouse(), REFRESH.key(), "SELECT 1", REFRESH.label()));
    submit(REFRESH);
    assertThat(fake.byToken).hasSize(3);
    assertThat(fake.byToken.keySet()).allMatch(token -> token.length() == 64);
  }

  @Test
  void takesItsAttemptFromTheActivityItRunsIn() {
    TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    try {
      environment.registerActivitiesImplementations(new StatementSubmitter(Fixtures.api(fake)));
      StatementSubmitActivities stub =
          environment.newActivityStub(
              StatementSubmitActivities.class,
              ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(30)).build());
      assertThat(stub.submit(REFRESH).id()).isEqualTo("id-1");
    } finally {
      environment.close();
    }
  }

  /** Submits as Temporal does: attempt after attempt until one succeeds or may not be repeated. */
  private SubmittedStatement submit(StatementRequest request) {
    StatementSubmitter submitter = new StatementSubmitter(Fixtures.api(fake));
    for (int attempt = 1; ; attempt++) {
      try {
        return submitter.submit(request, attempt, Instant.EPOCH);
      } catch (ApplicationFailure failure) {
        if (failure.isNonRetryable() || attempt == 5) {
          throw failure;
        }
      }
    }
  }
}
