package io.tributary.sandbox.aws.protocol;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** The Query protocol of the older services: parameters of a form in, XML out. */
public final class QueryProtocol implements WireProtocol {
  @Override
  public String operation(HttpCall call) {
    return parameters(call).getOrDefault("Action", "");
  }

  @Override
  public void read(HttpCall call, SdkPojo builder) {
    try {
      new QueryReader(parameters(call)).fill(builder, "");
    } catch (IllegalArgumentException e) {
      throw new WireError(400, "MalformedInput", "A parameter is not of its type");
    }
  }

  @Override
  public Answer answer(String operation, SdkPojo response, String requestId) {
    var xml = new XmlWriter();
    xml.open(operation + "Response").open(operation + "Result");
    xml.members(response);
    xml.close(operation + "Result").open("ResponseMetadata").text("RequestId", requestId);
    xml.close("ResponseMetadata").close(operation + "Response");
    return xml(200, xml, requestId);
  }

  @Override
  public Answer error(WireError error, String requestId) {
    var xml = new XmlWriter();
    xml.open("ErrorResponse").open("Error");
    xml.text("Type", error.status() < 500 ? "Sender" : "Receiver");
    xml.text("Code", error.code()).text("Message", error.text());
    xml.close("Error").text("RequestId", requestId).close("ErrorResponse");
    return xml(error.status(), xml, requestId);
  }

  @Override
  public WireError throttled(String message) {
    return new WireError(400, "Throttling", message);
  }

  @Override
  public WireError failed(String message) {
    return new WireError(500, "InternalFailure", message);
  }

  @Override
  public WireError unknownCaller() {
    return new WireError(
        403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  @Override
  public WireError denied(String message) {
    return new WireError(403, "AccessDenied", message);
  }

  private static Map<String, String> parameters(HttpCall call) {
    return call.method().equals("POST") ? call.form() : call.query();
  }

  private static Answer xml(int status, XmlWriter xml, String requestId) {
    return Answer.of(
        status,
        Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
        xml.toString().getBytes(StandardCharsets.UTF_8));
  }
}
