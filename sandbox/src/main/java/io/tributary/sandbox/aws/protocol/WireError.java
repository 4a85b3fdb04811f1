package io.tributary.sandbox.aws.protocol;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/** An error as it goes over the wire. */
public final class WireError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What AWS's service models mark as a fault of the service: HTTP 500. */
  private static final Set<String> SERVICE_FAULTS =
      Set.of(
          "InternalServerException",
          "InternalServiceError",
          "InternalServiceErrorException",
          "InternalFailure",
          "ExecuteStatementException",
          "BatchExecuteStatementException",
          "DatabaseConnectionException");

  private final int status;
  private final String code;
  private final transient @Nullable SdkPojo members;

  public WireError(int status, String code, String message) {
    this(status, code, message, null);
  }

  private WireError(int status, String code, String message, @Nullable SdkPojo members) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.members = members;
  }

  /** The wire form of what a fake threw: its type's name, its status, its members. */
  static WireError of(AwsServiceException e) {
    var details = e.awsErrorDetails();
    var code =
        details == null || details.errorCode() == null
            ? e.getClass().getSimpleName()
            : details.errorCode();
    var text = details == null ? e.getMessage() : details.errorMessage();
    int status = e.statusCode() > 0 ? e.statusCode() : SERVICE_FAULTS.contains(code) ? 500 : 400;
    return new WireError(status, code, text == null ? "" : text, e);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The error's name, such as {@code ResourceNotFoundException}. */
  public String code() {
    return code;
  }

  /** What is wrong, for a person. */
  public String text() {
    var message = getMessage();
    return message == null ? "" : message;
  }

  /** The typed exception, when it has members of its own. */
  @Nullable SdkPojo members() {
    return members;
  }
}
