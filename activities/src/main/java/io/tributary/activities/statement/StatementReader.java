package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;

/** Reads the result of a statement, page by page, so that memory does not grow with it. */
final class StatementReader {
  private final DataApi api;

  StatementReader(DataApi api) {
    this.api = api;
  }

  /**
   * Hands over every row.
   *
   * @param pulse told once a page, because a large result takes minutes
   * @throws ApplicationFailure {@code RESULT_TOO_LARGE} when the Data API does not give it out
   */
  void read(String id, Pulse pulse, Consumer<Row> rows) {
    String next = null;
    do {
      GetStatementResultResponse page = page(id, next);
      for (List<Field> fields : page.records()) {
        rows.accept(row(fields));
      }
      pulse.beat(id);
      next = page.nextToken();
    } while (next != null && !next.isEmpty());
  }

  private GetStatementResultResponse page(String id, @Nullable String next) {
    try {
      return api.result(id, next);
    } catch (ApplicationFailure failure) {
      if (Failures.code(failure).orElse(ErrorCode.INTERNAL) == ErrorCode.AWS_REFUSED
          && failure.getOriginalMessage().matches("(?is).*(result|size|large|exceed).*")) {
        throw Failures.of(
            ErrorCode.RESULT_TOO_LARGE,
            "the result of statement "
                + id
                + " is over the limit of the Data API (500 MB, 64 KB a row): write it to S3 with"
                + " UNLOAD, or ask for fewer columns or rows");
      }
      throw failure;
    }
  }

  private static Row row(List<Field> fields) {
    List<@Nullable String> values = new ArrayList<>(fields.size());
    for (Field field : fields) {
      values.add(text(field));
    }
    return new Row(values);
  }

  private static @Nullable String text(Field field) {
    if (Boolean.TRUE.equals(field.isNull())) {
      return null;
    }
    if (field.stringValue() != null) {
      return field.stringValue();
    }
    if (field.longValue() != null) {
      return field.longValue().toString();
    }
    if (field.booleanValue() != null) {
      return field.booleanValue().toString();
    }
    if (field.doubleValue() != null) {
      return field.doubleValue().toString();
    }
    return field.blobValue() == null
        ? null
        : HexFormat.of().formatHex(field.blobValue().asByteArray());
  }
}
