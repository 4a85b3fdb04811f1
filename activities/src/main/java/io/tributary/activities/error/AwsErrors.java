package io.tributary.activities.error;

import static io.tributary.activities.error.AwsErrors.Row.row;
import static io.tributary.workflows.error.ErrorCode.ACCESS_DENIED;
import static io.tributary.workflows.error.ErrorCode.ANSWER_LOST;
import static io.tributary.workflows.error.ErrorCode.AWS_REFUSED;
import static io.tributary.workflows.error.ErrorCode.AWS_THROTTLED;
import static io.tributary.workflows.error.ErrorCode.AWS_UNAVAILABLE;
import static io.tributary.workflows.error.ErrorCode.AWS_UNREACHABLE;
import static io.tributary.workflows.error.ErrorCode.CREDENTIALS_EXPIRED;
import static io.tributary.workflows.error.ErrorCode.CREDENTIALS_MISSING;
import static io.tributary.workflows.error.ErrorCode.SECRET_MISSING;
import static io.tributary.workflows.error.ErrorCode.STATEMENT_TIMEOUT;
import static io.tributary.workflows.error.ErrorCode.TOO_MANY_STATEMENTS;
import static io.tributary.workflows.error.ErrorCode.WAREHOUSE_MISSING;
import static io.tributary.workflows.error.ErrorCode.WAREHOUSE_UNREACHABLE;

import io.tributary.workflows.error.ErrorCode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What exceptions of the AWS SDK mean: by service and error code where AWS answered, by the cause's
 * type where it did not.
 */
public final class AwsErrors {
  static final String DATA = "RedshiftData";
  static final String SECRETS = "SecretsManager";
  private static final String ANY = "";

  /** The first row that fits decides: a service's own rows stand before those of any service. */
  static final List<Row> ROWS =
      List.of(
          row(DATA, "ActiveStatementsExceededException", TOO_MANY_STATEMENTS, 400),
          row(DATA, "ActiveSessionsExceededException", TOO_MANY_STATEMENTS, 400),
          row(DATA, "ActiveWaitingRequestsExceededException", TOO_MANY_STATEMENTS, 400),
          row(DATA, "DatabaseConnectionException", WAREHOUSE_UNREACHABLE, 500),
          row(DATA, "ExecuteStatementException", WAREHOUSE_UNREACHABLE, 500),
          row(DATA, "BatchExecuteStatementException", WAREHOUSE_UNREACHABLE, 500),
          row(DATA, "QueryTimeoutException", STATEMENT_TIMEOUT, 400),
          row(DATA, "ResourceNotFoundException", WAREHOUSE_MISSING, 400),
          row(SECRETS, "ResourceNotFoundException", SECRET_MISSING, 400),
          row(ANY, "ThrottlingException", AWS_THROTTLED, 400),
          row(ANY, "Throttling", AWS_THROTTLED, 400),
          row(ANY, "ThrottledException", AWS_THROTTLED, 400),
          row(ANY, "TooManyRequestsException", AWS_THROTTLED, 429),
          row(ANY, "RequestLimitExceeded", AWS_THROTTLED, 503),
          row(ANY, "SlowDown", AWS_THROTTLED, 503),
          row(ANY, "LimitExceededException", AWS_THROTTLED, 400),
          row(ANY, "ExpiredToken", CREDENTIALS_EXPIRED, 400),
          row(ANY, "ExpiredTokenException", CREDENTIALS_EXPIRED, 403),
          row(ANY, "RequestExpired", CREDENTIALS_EXPIRED, 400),
          row(ANY, "AccessDenied", ACCESS_DENIED, 403),
          row(ANY, "AccessDeniedException", ACCESS_DENIED, 400),
          row(ANY, "UnauthorizedOperation", ACCESS_DENIED, 403),
          row(ANY, "InvalidClientTokenId", ACCESS_DENIED, 403),
          row(ANY, "UnrecognizedClientException", ACCESS_DENIED, 403),
          row(ANY, "SignatureDoesNotMatch", ACCESS_DENIED, 403),
          row(ANY, "InternalServerException", AWS_UNAVAILABLE, 500),
          row(ANY, "InternalServiceError", AWS_UNAVAILABLE, 500),
          row(ANY, "InternalError", AWS_UNAVAILABLE, 500),
          row(ANY, "InternalFailure", AWS_UNAVAILABLE, 500),
          row(ANY, "ServiceUnavailable", AWS_UNAVAILABLE, 503),
          row(ANY, "ValidationException", AWS_REFUSED, 400),
          row(ANY, "ValidationError", AWS_REFUSED, 400),
          row(ANY, "InvalidParameterException", AWS_REFUSED, 400),
          row(ANY, "InvalidRequestException", AWS_REFUSED, 400),
          row(ANY, "NoSuchBucket", AWS_REFUSED, 404));

  private AwsErrors() {}

  /**
   * Says what an exception of the SDK means.
   *
   * @param operation for instance {@code redshift-data:ExecuteStatement}
   */
  public static Diagnosis diagnose(String operation, SdkException exception) {
    if (exception instanceof AwsServiceException answered) {
      return answered(operation, answered);
    }
    ErrorCode code = unanswered(exception);
    return new Diagnosis(code, operation + " has no answer: " + rootName(exception));
  }

  private static Diagnosis answered(String operation, AwsServiceException answered) {
    AwsErrorDetails details = answered.awsErrorDetails();
    String native_ = details == null || details.errorCode() == null ? "" : details.errorCode();
    String service = details == null || details.serviceName() == null ? "" : details.serviceName();
    // The SDK writes "Redshift Data" in some places and "RedshiftData" in others.
    service = service.replace(" ", "");
    String message =
        details == null || details.errorMessage() == null ? "" : details.errorMessage();
    ErrorCode code =
        code(service, native_, answered.statusCode(), answered.isThrottlingException());
    String text =
        operation
            + " answered "
            + (native_.isEmpty() ? "HTTP " + answered.statusCode() : native_)
            + (message.isEmpty() ? "" : ": " + Redaction.keepNames(message));
    return new Diagnosis(code, text);
  }

  private static ErrorCode code(String service, String nativeCode, int status, boolean throttled) {
    for (Row row : ROWS) {
      if (row.matches(service, nativeCode)) {
        return row.code();
      }
    }
    if (throttled || status == 429) {
      return AWS_THROTTLED;
    }
    if (status >= 500) {
      return AWS_UNAVAILABLE;
    }
    return status == 401 || status == 403 ? ACCESS_DENIED : AWS_REFUSED;
  }

  /** A call that was certainly never sent may be repeated; any other may have taken effect. */
  private static ErrorCode unanswered(SdkException exception) {
    for (Throwable at = exception; at != null; at = at.getCause()) {
      if (neverSent(at)) {
        return AWS_UNREACHABLE;
      }
    }
    // The SDK has no type for it.
    String message = String.valueOf(exception.getMessage());
    if (message.startsWith("Unable to load credentials")
        || message.contains("Profile file contained no credentials")) {
      return CREDENTIALS_MISSING;
    }
    return ANSWER_LOST;
  }

  private static boolean neverSent(Throwable at) {
    return at instanceof ConnectException
        || at instanceof UnknownHostException
        || at instanceof NoRouteToHostException
        || at instanceof SSLException
        // Apache's own, which is not a ConnectException.
        || at.getClass().getSimpleName().equals("ConnectTimeoutException");
  }

  private static String rootName(Throwable exception) {
    Throwable at = exception;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at.getClass().getSimpleName();
  }

  /**
   * One error code of AWS.
   *
   * @param service the SDK's service name, empty for any
   * @param nativeCode as in the answer's {@code __type}
   * @param code what it means
   * @param status the HTTP status of the sample
   */
  record Row(String service, String nativeCode, ErrorCode code, int status) {
    static Row row(String service, String nativeCode, ErrorCode code, int status) {
      return new Row(service, nativeCode, code, status);
    }

    boolean matches(@Nullable String seenService, @Nullable String seenCode) {
      return nativeCode.equals(seenCode) && (service.isEmpty() || service.equals(seenService));
    }
  }
}
