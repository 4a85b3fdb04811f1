package io.tributary.activities.payload;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.worker.WorkflowImplementationOptions;
import io.tributary.workflows.job.BadStartInput;
import java.util.List;

/**
 * The data converter of every client and worker of Tributary. It is lenient between versions:
 * unknown fields are ignored, missing ones are null or zero, so that a newer record does not stop a
 * run that already waits. It is strict with what people type: see {@link StartInputReader}.
 */
public final class Payloads {
  private Payloads() {}

  /**
   * Makes the converter.
   *
   * @param codecs applied to every payload and to the text of failures, for instance encryption;
   *     none leaves payloads as JSON that the UI shows
   */
  public static DataConverter converter(PayloadCodec... codecs) {
    DataConverter json =
        DefaultDataConverter.newDefaultInstance()
            .withPayloadConverterOverrides(new LenientJson(mapper()));
    return codecs.length == 0 ? json : new CodecDataConverter(json, List.of(codecs), true);
  }

  /**
   * Returns the options with which every workflow type is registered: a start input that does not
   * fit fails the run at once, and no other decoding fault does.
   */
  @SuppressWarnings("unchecked") // a generic array made by the varargs of the SDK
  public static WorkflowImplementationOptions workflowOptions() {
    return WorkflowImplementationOptions.newBuilder()
        .setFailWorkflowExceptionTypes(BadStartInput.class)
        .build();
  }

  /** Returns the JSON of payloads: the SDK's own mapper, and one text where a list is expected. */
  static ObjectMapper mapper() {
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
  }
}
