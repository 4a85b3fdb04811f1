package io.tributary.activities.statement;

import static io.tributary.activities.statement.Fixtures.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** Statements inside one activity, or none. */
@Timeout(60)
class DataApiStatementsTest {
  private final FakeDataApi fake = new FakeDataApi();
  private final DataApiStatements statements = new DataApiStatements(Fixtures.api(fake));

  @Test
  void runsAStatementOnceAlthoughItsAnswerIsLost() {
    fake.loseAnswers(1);
    assertThat(statements.execute(WAREHOUSE, "k", "CREATE SCHEMA a").id()).isEqualTo("id-1");
    assertThat(fake.byToken).hasSize(1);
    assertThat(fake.count("execute")).isEqualTo(1);
  }

  @Test
  void runsAnewUnderAnotherTokenWhatTheWarehouseRolledBack() {
    fake.statusOfNew = StatusString.FAILED;
    fake.errorOfNew = "ERROR: 1023 Detail: Serializable isolation violation on table - 1";
    Throwable failure = catchThrowable(() -> statements.execute(WAREHOUSE, "k", "DELETE FROM a"));
    assertThat(Failures.code(failure)).contains(ErrorCode.SERIALIZATION_CONFLICT);
    assertThat(fake.byToken).hasSize(4);
    assertThat(fake.byToken.values())
        .extracting(statement -> statement.name)
        .doesNotHaveDuplicates();
  }

  @Test
  void doesNotRepeatWhatCannotSucceed() {
    fake.statusOfNew = StatusString.FAILED;
    fake.errorOfNew = "ERROR: syntax error at or near \"x\"";
    Throwable failure = catchThrowable(() -> statements.execute(WAREHOUSE, "k", "x"));
    assertThat(Failures.code(failure)).contains(ErrorCode.STATEMENT_SYNTAX);
    assertThat(fake.byToken).hasSize(1);
  }

  @Test
  void doesNotRepeatAStatementWhoseStateItCouldNotLearn() {
    for (int poll = 0; poll < 4; poll++) {
      fake.fail("describe", FakeDataApi.answer("ThrottlingException", "Rate exceeded"));
    }
    Throwable failure = catchThrowable(() -> statements.execute(WAREHOUSE, "k", "x"));
    assertThat(Failures.code(failure)).contains(ErrorCode.AWS_THROTTLED);
    assertThat(fake.byToken).hasSize(1);
  }

  @Test
  void runsSeveralStatementsAsOneTransaction() {
    statements.transaction(WAREHOUSE, "k", List.of("DELETE FROM a", "INSERT INTO a VALUES (1)"));
    assertThat(fake.count("batch")).isEqualTo(1);
    assertThat(fake.count("execute")).isZero();
  }

  @Test
  void cancelsTheStatementWhenTheCallerIsInterrupted() {
    fake.statusOfNew = StatusString.STARTED;
    fake.held = request -> true;
    Thread.currentThread().interrupt();
    Throwable failure = catchThrowable(() -> statements.query(WAREHOUSE, "SELECT 1"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Failures.code(failure)).contains(ErrorCode.STATEMENT_ABORTED);
    assertThat(fake.calls).contains("cancel id-1");
  }

  @Test
  void namesUnloadWhenAResultIsTooLarge() {
    fake.fail("result", FakeDataApi.answer("ValidationException", "Result size exceeds the limit"));
    StatementReader reader = new StatementReader(Fixtures.api(fake));
    Throwable failure = catchThrowable(() -> reader.read("id-1", id -> {}, row -> {}));
    assertThat(Failures.code(failure)).contains(ErrorCode.RESULT_TOO_LARGE);
    assertThat(failure).hasMessageContaining("UNLOAD");
  }

  @Test
  void namesAStatementByItsBeginningWithoutValues() {
    assertThat(SqlHead.of("INSERT INTO t VALUES ('CANARY')")).isEqualTo("INSERT INTO t VALUES");
    assertThat(SqlHead.of("COMMENT ON VIEW a.b IS 'CANARY'")).isEqualTo("COMMENT ON VIEW a.b IS");
  }
}
