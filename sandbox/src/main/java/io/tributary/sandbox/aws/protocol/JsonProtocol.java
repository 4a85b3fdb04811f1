package io.tributary.sandbox.aws.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** AWS JSON 1.0 and 1.1: the operation is in a header, request and answer are JSON objects. */
public final class JsonProtocol implements WireProtocol {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String operation(HttpCall call) {
    var target = call.header("X-Amz-Target").orElse("");
    return target.substring(target.lastIndexOf('.') + 1);
  }

  @Override
  public void read(HttpCall call, SdkPojo builder) {
    try {
      var body = call.bytes();
      var tree = JSON.readTree(body.length == 0 ? new byte[] {'{', '}'} : body);
      JsonReader.fill(builder, tree);
    } catch (IOException | IllegalArgumentException e) {
      throw new WireError(400, "SerializationException", "The body is not valid JSON for the call");
    }
  }

  @Override
  public Answer answer(String operation, SdkPojo response, String requestId) {
    return json(200, JsonWriter.write(response), requestId);
  }

  @Override
  public Answer error(WireError error, String requestId) {
    var members = error.members();
    var body = members == null ? JSON.createObjectNode() : JsonWriter.write(members);
    body.put("__type", error.code());
    body.put("message", error.text());
    return json(error.status(), body, requestId).with("x-amzn-ErrorType", error.code());
  }

  @Override
  public WireError throttled(String message) {
    return new WireError(400, "ThrottlingException", message);
  }

  @Override
  public WireError failed(String message) {
    return new WireError(500, "InternalServerException", message);
  }

  @Override
  public WireError unknownCaller() {
    return new WireError(
        400,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  private static Answer json(int status, ObjectNode body, String requestId) {
    try {
      return Answer.of(
          status,
          Map.of("Content-Type", "application/x-amz-json-1.1", "x-amzn-RequestId", requestId),
          JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
