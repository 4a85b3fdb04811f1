package io.tributary.workflows.error;

import static io.tributary.workflows.error.Owner.AWS;
import static io.tributary.workflows.error.Owner.OPERATOR;
import static io.tributary.workflows.error.Owner.SOURCE_OWNER;
import static io.tributary.workflows.error.Owner.TRIBUTARY;
import static io.tributary.workflows.error.Retry.LOOK_FIRST;
import static io.tributary.workflows.error.Retry.NEVER;
import static io.tributary.workflows.error.Retry.SAFE;

import java.util.Locale;

/**
 * Everything that can go wrong, one line each. The name is the {@code type} of every {@code
 * ApplicationFailure}, the label of the error metric, the title of the notification and the anchor
 * in {@code docs/runbook.md}.
 */
public enum ErrorCode {
  // Input and specification.
  INPUT_INVALID(NEVER, OPERATOR, "The input does not fit"),
  INPUT_UNKNOWN_NAME(NEVER, OPERATOR, "The input names something the specification does not have"),
  ENVIRONMENT_OTHER(NEVER, OPERATOR, "This worker serves another environment"),
  SPECIFICATION_INVALID(NEVER, OPERATOR, "The specification has problems"),
  SPECIFICATION_UNKNOWN(NEVER, OPERATOR, "No specification is published under this digest"),
  ROUTE_REFUSED(NEVER, OPERATOR, "Redshift cannot reach this source on this route"),

  // Identity and AWS in general.
  ACCOUNT_MISMATCH(NEVER, OPERATOR, "The credentials belong to another account"),
  REGION_MISMATCH(NEVER, OPERATOR, "The region is not that of the specification"),
  CREDENTIALS_MISSING(NEVER, OPERATOR, "No AWS credentials were found"),
  CREDENTIALS_EXPIRED(SAFE, OPERATOR, "The AWS credentials have expired"),
  ACCESS_DENIED(NEVER, OPERATOR, "AWS denies the call"),
  AWS_THROTTLED(SAFE, AWS, "AWS asks to slow down"),
  AWS_UNAVAILABLE(SAFE, AWS, "AWS has an internal error"),
  AWS_UNREACHABLE(SAFE, OPERATOR, "AWS cannot be reached from here"),
  AWS_REFUSED(NEVER, TRIBUTARY, "AWS refuses the request as invalid"),

  // Statements in the warehouse.
  ANSWER_LOST(LOOK_FIRST, AWS, "The answer was lost: the call may have taken effect"),
  STATEMENT_SYNTAX(NEVER, TRIBUTARY, "Redshift does not understand the statement"),
  STATEMENT_UNSUPPORTED(NEVER, TRIBUTARY, "Redshift does not support this statement here"),
  STATEMENT_IN_TRANSACTION(NEVER, TRIBUTARY, "Redshift refuses this statement in a transaction"),
  STATEMENT_ABORTED(NEVER, OPERATOR, "The statement was cancelled"),
  STATEMENT_FAILED(NEVER, OPERATOR, "The statement failed"),
  STATEMENT_TIMEOUT(NEVER, OPERATOR, "The statement reached its time limit"),
  STATEMENT_EXPIRED(LOOK_FIRST, TRIBUTARY, "The Data API has forgotten the statement"),
  RESULT_TOO_LARGE(NEVER, TRIBUTARY, "The result is over the Data API's limit: use UNLOAD"),
  SERIALIZATION_CONFLICT(SAFE, TRIBUTARY, "Another transaction changed the same rows"),
  TOO_MANY_STATEMENTS(SAFE, AWS, "Too many statements are active in the warehouse"),
  WAREHOUSE_UNREACHABLE(SAFE, OPERATOR, "The Data API cannot connect to the warehouse"),
  WAREHOUSE_MISSING(NEVER, OPERATOR, "There is no such workgroup, cluster or database"),
  WAREHOUSE_FULL(NEVER, OPERATOR, "The warehouse has no space or memory left"),
  OBJECT_MISSING(NEVER, OPERATOR, "A table, view, schema or column does not exist"),
  OBJECT_EXISTS(NEVER, OPERATOR, "The object exists already"),
  OBJECT_FOREIGN(NEVER, OPERATOR, "The object belongs to somebody else"),
  PERMISSION_MISSING(NEVER, OPERATOR, "The service user lacks a right in the warehouse"),
  VALUE_TOO_LONG(NEVER, SOURCE_OWNER, "A value is longer than its column (bytes, not characters)"),
  VALUE_UNFIT(NEVER, SOURCE_OWNER, "A value does not fit the type of its column"),
  VIEW_MISSING(NEVER, OPERATOR, "A materialized view of the specification does not exist"),
  VIEW_UNREFRESHABLE(NEVER, OPERATOR, "A materialized view can no longer be refreshed"),
  REFRESH_FAILED(NEVER, OPERATOR, "Materialized views were not refreshed"),

  // Sources.
  SECRET_MISSING(NEVER, OPERATOR, "The secret does not exist"),
  SECRET_INCOMPLETE(NEVER, OPERATOR, "The secret lacks a field"),
  SOURCE_UNREACHABLE(SAFE, SOURCE_OWNER, "The source cannot be reached"),
  SOURCE_LOGIN_REFUSED(NEVER, SOURCE_OWNER, "The source refuses the login"),
  SOURCE_TLS_REFUSED(NEVER, SOURCE_OWNER, "The connection to the source is not secure enough"),
  SOURCE_CONNECTION_LOST(SAFE, SOURCE_OWNER, "The connection to the source was lost"),
  SOURCE_BUSY(SAFE, SOURCE_OWNER, "The source has no free connection, or a lock is held"),
  SOURCE_OBJECT_MISSING(NEVER, SOURCE_OWNER, "A table or column is missing in the source"),
  SOURCE_PERMISSION_MISSING(NEVER, SOURCE_OWNER, "The login lacks a right in the source"),
  SOURCE_STATEMENT_TIMEOUT(NEVER, SOURCE_OWNER, "A statement on the source took too long"),
  SOURCE_FAILED(NEVER, SOURCE_OWNER, "The source reports an error"),

  // Results of reconciliation.
  TABLES_DIFFER(NEVER, OPERATOR, "Source and warehouse differ"),
  COMPARISON_FAILED(NEVER, OPERATOR, "A table could not be compared"),

  // Our own house.
  EVIDENCE_UNWRITABLE(SAFE, OPERATOR, "The evidence store cannot be written"),
  STATE_NEWER(NEVER, OPERATOR, "The schema tributary was migrated by a newer version"),
  PAYLOAD_TOO_LARGE(NEVER, TRIBUTARY, "A value is too large to pass through Temporal"),
  INTERNAL(SAFE, TRIBUTARY, "Something happened that Tributary does not know");

  private final Retry retry;
  private final Owner owner;
  private final String title;

  ErrorCode(Retry retry, Owner owner, String title) {
    this.retry = retry;
    this.owner = owner;
    this.title = title;
  }

  /** Returns whether doing it again helps and is safe. */
  public Retry retry() {
    return retry;
  }

  /** Returns who can put it right. */
  public Owner owner() {
    return owner;
  }

  /** Returns the sentence that titles the notification and the runbook's section. */
  public String title() {
    return title;
  }

  /** Returns the anchor of the section in {@code docs/runbook.md}. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
