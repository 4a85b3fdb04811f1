package io.tributary.activities.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.StartInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the JSON that a person starts a workflow with, on a Temporal server. */
@Timeout(60)
class StartInputTest {
  private static final TestWorkflowEnvironment SERVER = start();

  /** An input with one field of every kind. */
  record Order(
      @Nullable String environment,
      @Nullable List<String> views,
      @Nullable Boolean force,
      @Nullable Integer maxParallel,
      @Nullable Mode mode)
      implements StartInput {}

  /** Says what it was started with. */
  @WorkflowInterface
  public interface Echo {
    @WorkflowMethod(name = "Echo")
    String echo(@Nullable Order order);
  }

  /** Says it in Java's words. */
  public static final class EchoImpl implements Echo {
    @Override
    public String echo(@Nullable Order order) {
      return String.valueOf(order);
    }
  }

  private static TestWorkflowEnvironment start() {
    WorkflowClientOptions client =
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    TestWorkflowEnvironment server =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(client).build());
    Worker worker = server.newWorker("inputs");
    worker.registerWorkflowImplementationTypes(Payloads.workflowOptions(), EchoImpl.class);
    server.start();
    return server;
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static WorkflowStub workflow() {
    return SERVER
        .getWorkflowClient()
        .newUntypedWorkflowStub(
            "Echo", WorkflowOptions.newBuilder().setTaskQueue("inputs").build());
  }

  private static String echo(String json) {
    WorkflowStub stub = workflow();
    WorkflowExecution unused = stub.start(raw(json));
    return stub.getResult(String.class);
  }

  private static RawValue raw(String json) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}| Order[environment=null, views=null, force=null, maxParallel=null, mode=null]",
        "null| null",
        "{\"views\":\"all\"}| Order[environment=null, views=[all], force=null, maxParallel=null,"
            + " mode=null]",
        "{\"views\":[\"a\",\"b\"],\"force\":true,\"maxParallel\":2,\"mode\":\"plan\"}|"
            + " Order[environment=null, views=[a, b], force=true, maxParallel=2, mode=PLAN]"
      })
  void takesWhatFits(String json, String seen) {
    assertThat(echo(json)).isEqualTo(seen);
  }

  @Test
  void takesNoArgumentAtAll() {
    WorkflowStub stub = workflow();
    stub.start();
    assertThat(stub.getResult(String.class)).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"viws\":[\"a\"]}| unknown field \"viws\", did you mean views? Known: environment,"
            + " views, force, maxParallel, mode",
        "{\"force\":\"yes\"}| field force is the text \"yes\"; it takes true or false",
        "{\"maxParallel\":2.5}| field maxParallel is the number 2.5; it takes a whole number",
        "{\"maxParallel\":\"2\"}| field maxParallel is the text \"2\"; it takes a whole number",
        "{\"views\":[\"a\",7]}| field views[1] is the number 7; it takes a text or a list of texts",
        "{\"mode\":\"APLY\"}| field mode is the text \"APLY\"; it takes PLAN or APPLY",
        "{\"environment\":{\"x\":1}}| field environment is an object; it takes a text",
        "{\"force\":1,\"mode\":2}| field force is the number 1; it takes true or false; field mode is"
            + " the number 2; it takes PLAN or APPLY",
        "[{\"force\":true}]| The input is a list; leave it empty or give one JSON object with any of"
            + " environment, views, force, maxParallel, mode",
        "\"all\"| The input is the text \"all\"; leave it empty or give one JSON object with any of"
            + " environment, views, force, maxParallel, mode",
      })
  void failsTheRunAtOnceAndNamesTheField(String json, String sentence) {
    assertThat(failure(json)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"force\":true", "{\"force\":true,\"force\":false}", "{force}"})
  void saysWhereJsonIsBroken(String json) {
    assertThat(failure(json)).startsWith("The input is not JSON, line 1 column ");
  }

  private static String failure(String json) {
    Throwable thrown = catchThrowable(() -> echo(json));
    assertThat(thrown).as(json).isInstanceOf(WorkflowFailedException.class);
    ApplicationFailure cause = (ApplicationFailure) Objects.requireNonNull(thrown.getCause());
    return cause.getOriginalMessage();
  }
}
