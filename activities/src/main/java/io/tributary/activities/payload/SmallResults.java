package io.tributary.activities.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weighs the result of every activity where it is made. Data never passes through Temporal, only
 * references; a result that grew too large fails there, as {@code PAYLOAD_TOO_LARGE} with the names
 * and sizes of its fields, instead of stopping a workflow that cannot say which of them it was.
 */
public final class SmallResults extends WorkerInterceptorBase {
  /** Worth a warning: eight such results are a page of history. */
  public static final int WARN = 64 * 1024;

  /** Too much. The server itself warns at 512 KB and refuses at 2 MB. */
  public static final int LIMIT = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SmallResults.class);
  private static final int NAMED = 5;

  private final ObjectMapper mapper = Payloads.mapper();
  private final int warn;
  private final int limit;

  /** Weighs against {@link #WARN} and {@link #LIMIT}. */
  public SmallResults() {
    this(WARN, LIMIT);
  }

  /** Weighs against other sizes, in bytes of JSON. */
  public SmallResults(int warn, int limit) {
    this.warn = warn;
    this.limit = limit;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private String activity = "the activity";

      @Override
      public void init(ActivityExecutionContext context) {
        activity = context.getInfo().getActivityType();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        ActivityOutput output = super.execute(input);
        weigh(activity, output.getResult());
        return output;
      }
    };
  }

  void weigh(String activity, @Nullable Object result) {
    if (result == null) {
      return;
    }
    int bytes = bytes(result);
    if (bytes > limit) {
      throw Failures.of(ErrorCode.PAYLOAD_TOO_LARGE, sentence(activity, bytes, limit, result));
    }
    if (bytes > warn) {
      LOG.warn("{}", sentence(activity, bytes, warn, result));
    }
  }

  private int bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      // The converter will say so itself, with its own words.
      return 0;
    }
  }

  private String sentence(String activity, int bytes, int bound, Object result) {
    return "The result of "
        + activity
        + " has "
        + kilobytes(bytes)
        + ", the bound is "
        + kilobytes(bound)
        + ": "
        + String.join(", ", fields(mapper.valueToTree(result)));
  }

  /** Names the largest fields. Names and sizes only: values may be what nobody should read. */
  private static List<String> fields(JsonNode tree) {
    List<String> fields = new ArrayList<>();
    tree.properties().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, JsonNode> field) -> size(field.getValue()))
                .reversed())
        .limit(NAMED)
        .forEach(field -> fields.add(field.getKey() + " " + entry(field.getValue())));
    return fields.isEmpty() ? List.of(entry(tree)) : fields;
  }

  private static String entry(JsonNode value) {
    String elements = value.isArray() ? " in " + value.size() + " elements" : "";
    return kilobytes(size(value)) + elements;
  }

  private static int size(JsonNode value) {
    return value.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String kilobytes(int bytes) {
    return String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
  }
}
