package io.tributary.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.job.RunResult.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodesTest {
  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, 0",
    "ADDED_TO_RUNNING, 0",
    "DIFFERENT, 1",
    "FAILED, 1",
    "ABORTED, 1",
    "IN_FLIGHT, 3",
    "ALREADY_RUNNING, 4"
  })
  void followTheStatus(Status status, int code) {
    assertThat(ExitCodes.of(status)).isEqualTo(code);
  }
}
