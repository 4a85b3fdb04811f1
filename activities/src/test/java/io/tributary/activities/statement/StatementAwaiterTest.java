package io.tributary.activities.statement;

import static io.tributary.activities.statement.Fixtures.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityCanceledException;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.statement.StatementActivities;
import io.tributary.workflows.statement.StatementOutcome;
import io.tributary.workflows.statement.SubmittedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** Waiting for a statement only observes, except that a cancellation is passed on. */
@Timeout(60)
class StatementAwaiterTest {
  private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
  private final FakeDataApi fake = new FakeDataApi();
  private final DataApi api = Fixtures.api(fake);

  @AfterEach
  void close() {
    environment.close();
  }

  @Test
  void givesTheOutcomeOfAStatementThatFinished() {
    StatementOutcome outcome = stub().await(submitted(StatusString.FINISHED, ""), REFRESH);
    assertThat(outcome.durationNanos()).isEqualTo(5_000_000);
    assertThat(outcome.finishedAtMillis()).isEqualTo(1000);
    assertThat(outcome.resultRows()).isEqualTo(-1);
  }

  @Test
  void typesTheFailureOfAStatementAndKeepsValuesOutOfIt() {
    SubmittedStatement failed =
        submitted(StatusString.FAILED, "ERROR: Value too long for character type Detail: 'CANARY'");
    Throwable failure = catchThrowable(() -> stub().await(failed, REFRESH));
    assertThat(Failures.code(failure)).contains(ErrorCode.VALUE_TOO_LONG);
    assertThat(Failures.sentence(failure))
        .contains("refresh mart.daily (statement id-1)")
        .doesNotContain("CANARY");
  }

  @Test
  void callsACancelledStatementAborted() {
    Throwable failure =
        catchThrowable(() -> stub().await(submitted(StatusString.ABORTED, ""), REFRESH));
    assertThat(Failures.code(failure)).contains(ErrorCode.STATEMENT_ABORTED);
  }

  @Test
  void saysThatTheDataApiHasForgottenAStatement() {
    SubmittedStatement unknown = new SubmittedStatement("id-9", "n", "refresh mart.daily", 0);
    Throwable failure = catchThrowable(() -> stub().await(unknown, REFRESH));
    assertThat(Failures.code(failure)).contains(ErrorCode.STATEMENT_EXPIRED);
  }

  @Test
  void asksAgainWhenAPollFailsForAWhile() {
    fake.fail("describe", FakeDataApi.answer("ThrottlingException", "Rate exceeded"));
    fake.fail("describe", FakeDataApi.answer("InternalServerException", "oops"));
    stub().await(submitted(StatusString.FINISHED, ""), REFRESH);
    assertThat(fake.count("describe")).isEqualTo(3);
  }

  @Test
  void heartbeatsTheIdWhileThePollIsHeld() throws Exception {
    SubmittedStatement running = submitted(StatusString.STARTED, "");
    fake.held = request -> true;
    List<String> beats = new CopyOnWriteArrayList<>();
    CountDownLatch three = new CountDownLatch(3);
    Pulse pulse =
        id -> {
          beats.add(id);
          three.countDown();
          if (three.getCount() == 0) {
            fake.byToken.values().iterator().next().status = StatusString.FINISHED;
          }
        };
    waiting().untilEnded(running.id(), pulse);
    assertThat(beats).hasSizeGreaterThanOrEqualTo(3).allMatch("id-1"::equals);
    assertThat(fake.count("describe")).isEqualTo(1);
  }

  @Test
  void cancelsTheStatementWhenTheActivityIsCancelledAlthoughThePollIsHeld() {
    SubmittedStatement running = submitted(StatusString.STARTED, "");
    fake.held = request -> true;
    AtomicInteger beats = new AtomicInteger();
    Pulse cancelledLater =
        id -> {
          if (beats.incrementAndGet() > 2) {
            throw new ActivityCanceledException();
          }
        };
    assertThatThrownBy(() -> waiting().untilEnded(running.id(), cancelledLater))
        .isInstanceOf(ActivityCanceledException.class);
    assertThat(fake.calls).contains("cancel id-1");
  }

  @Test
  void leavesTheStatementAloneWhenTheWorkerStops() {
    SubmittedStatement running = submitted(StatusString.STARTED, "");
    fake.held = request -> true;
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> waiting().untilEnded(running.id(), id -> {}))
        .isInstanceOf(InterruptedException.class);
    assertThat(fake.count("cancel")).isZero();
  }

  @Test
  void pollsWithAGrowingPauseWhereTheServiceRefusesToWait() throws Exception {
    fake.fail("describe", FakeDataApi.answer("ValidationException", "Unknown: WaitTimeSeconds"));
    SubmittedStatement running = submitted(StatusString.STARTED, "");
    AtomicInteger beats = new AtomicInteger();
    Pulse endsIt =
        id -> {
          if (beats.incrementAndGet() == 12) {
            fake.byToken.values().iterator().next().status = StatusString.FINISHED;
          }
        };
    waiting().untilEnded(running.id(), endsIt);
    assertThat(fake.calls.stream().filter(call -> call.startsWith("describe")))
        .startsWith("describe id-1 wait 30", "describe id-1 wait null");
    assertThat(fake.calls.stream().filter(call -> call.endsWith("wait 30"))).hasSize(1);
  }

  @Test
  void needsTwentyPollsForTenMinutesWhereTheServiceHoldsThem() {
    AtomicLong nanos = new AtomicLong();
    PollRhythm.Of polls = new PollRhythm(Fixtures.policy(), nanos::get).begin();
    long total = 0;
    int asked = 0;
    // Ten minutes in the warehouse, and half a second until it began.
    while (total < Duration.ofMinutes(10).plusMillis(500).toNanos()) {
      assertThat(polls.nextWait()).isEqualTo(30);
      asked++;
      nanos.addAndGet(Duration.ofSeconds(30).toNanos());
      total += Duration.ofSeconds(30).toNanos() + polls.answered();
    }
    assertThat(asked).isLessThanOrEqualTo(20);
  }

  @Test
  void stopsAskingToWaitWhereTheServiceIgnoresIt() {
    PollRhythm rhythm = new PollRhythm(Fixtures.policy(), () -> 0);
    PollRhythm.Of polls = rhythm.begin();
    long last = 0;
    for (int poll = 0; poll < 4; poll++) {
      assertThat(polls.nextWait()).isEqualTo(30);
      long rest = polls.answered();
      assertThat(rest).isGreaterThan(last);
      last = rest;
    }
    assertThat(polls.nextWait()).isNull();
    assertThat(rhythm.begin().nextWait()).isNull();
  }

  private StatementWait waiting() {
    return new StatementWait(api, new PollRhythm(api.policy(), System::nanoTime));
  }

  private SubmittedStatement submitted(StatusString status, String error) {
    fake.statusOfNew = status;
    fake.errorOfNew = error;
    String id =
        api.submit(
            Fixtures.WAREHOUSE, StatementIdentity.of(REFRESH.key(), List.of("x")), List.of("x"));
    return new SubmittedStatement(id, "name", REFRESH.label(), 0);
  }

  private StatementActivities stub() {
    environment.registerActivitiesImplementations(new StatementAwaiter(api));
    return environment.newActivityStub(
        StatementActivities.class,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build());
  }
}
