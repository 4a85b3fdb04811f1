package io.tributary.activities.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import io.tributary.workflows.job.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to runs under way when records change between versions. */
@Timeout(60)
class LenientPayloadsTest {
  /** A record of this version. */
  record Answer(Mode mode, @Nullable String added, List<String> names) {}

  /** Answers with JSON that another version wrote. */
  @ActivityInterface
  public interface OtherVersion {
    RawValue answer();
  }

  /** Reads the answer as this version's record. */
  @WorkflowInterface
  public interface Reader {
    @WorkflowMethod(name = "Reader")
    String read();
  }

  /** Reads it. */
  public static final class ReaderImpl implements Reader {
    @Override
    public String read() {
      ActivityOptions options =
          ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(5)).build();
      return Workflow.newUntypedActivityStub(options).execute("Answer", Answer.class).toString();
    }
  }

  private static TestWorkflowEnvironment server(DataConverter converter, String json) {
    TestWorkflowEnvironment server =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setDataConverter(converter).build())
                .build());
    Worker worker = server.newWorker("versions");
    worker.registerWorkflowImplementationTypes(Payloads.workflowOptions(), ReaderImpl.class);
    OtherVersion other =
        () ->
            new RawValue(
                Payload.newBuilder()
                    .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                    .setData(ByteString.copyFromUtf8(json))
                    .build());
    worker.registerActivitiesImplementations(other);
    server.start();
    return server;
  }

  private static WorkflowStub start(TestWorkflowEnvironment server) {
    WorkflowStub run =
        server
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                "Reader",
                WorkflowOptions.newBuilder().setTaskQueue("versions").setWorkflowId("r").build());
    run.start();
    return run;
  }

  @Test
  void ignoresFieldsOfANewerVersionAndMissesThoseOfAnOlder() {
    String json = "{\"mode\":\"APPLY\",\"names\":\"one\",\"invented\":{\"later\":1}}";
    try (TestWorkflowEnvironment server = server(Payloads.converter(), json)) {
      assertThat(start(server).getResult(String.class))
          .isEqualTo("Answer[mode=APPLY, added=null, names=[one]]");
    }
  }

  @Test
  void anUnknownConstantOfANewerVersionDoesNotFailTheRun() {
    String json = "{\"mode\":\"REHEARSE\",\"names\":[]}";
    try (TestWorkflowEnvironment server = server(Payloads.converter(), json)) {
      WorkflowStub run = start(server);
      awaitFailedTask(server);
      assertThat(run.describe().getStatus())
          .as("the task fails and is tried again until a newer worker takes it")
          .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
    }
  }

  private static void awaitFailedTask(TestWorkflowEnvironment server) {
    while (server.getWorkflowClient().fetchHistory("r").getEvents().stream()
        .noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aCodecSeesEveryPayloadAndNothingIsReadableWithoutIt() {
    String json = "{\"mode\":\"APPLY\",\"names\":[\"canary\"]}";
    try (TestWorkflowEnvironment server = server(Payloads.converter(new Reversed()), json)) {
      assertThat(start(server).getResult(String.class)).contains("canary");
      assertThat(server.getWorkflowClient().fetchHistory("r").toJson(false))
          .doesNotContain(base64("canary"))
          .doesNotContain("canary");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Stands for encryption: bytes in reverse. */
  private static final class Reversed implements PayloadCodec {
    @Override
    public List<Payload> encode(List<Payload> payloads) {
      return payloads.stream().map(Reversed::wrapped).toList();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      List<Payload> decoded = new ArrayList<>();
      for (Payload payload : payloads) {
        try {
          decoded.add(
              payload
                      .getMetadataOrDefault("encoding", ByteString.EMPTY)
                      .toStringUtf8()
                      .equals("binary/reversed")
                  ? Payload.parseFrom(reversed(payload.getData()))
                  : payload);
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
      return decoded;
    }

    private static Payload wrapped(Payload payload) {
      return Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("binary/reversed"))
          .setData(reversed(payload.toByteString()))
          .build();
    }

    private static ByteString reversed(ByteString bytes) {
      byte[] turned = new byte[bytes.size()];
      for (int i = 0; i < turned.length; i++) {
        turned[i] = bytes.byteAt(turned.length - 1 - i);
      }
      return ByteString.copyFrom(turned);
    }
  }
}
