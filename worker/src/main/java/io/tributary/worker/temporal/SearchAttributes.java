package io.tributary.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.tributary.worker.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The search attributes that every run sets: without them the server refuses to start it. */
public final class SearchAttributes {
  /** Their names; all are of the type Keyword. */
  public static final List<String> NAMES =
      List.of("TributaryEnvironment", "TributaryJob", "TributaryStatus", "TributaryDefinition");

  private SearchAttributes() {}

  /**
   * Returns what is missing on a server.
   *
   * @throws UserMistake when one exists with another type
   */
  public static List<String> missing(TemporalConnection connection) {
    Map<String, IndexedValueType> known = known(connection);
    List<String> missing = new ArrayList<>();
    for (String name : NAMES) {
      IndexedValueType type = known.get(name);
      if (type == null) {
        missing.add(name);
      } else if (type != IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD) {
        throw new UserMistake(
            "the search attribute %s of namespace %s has the type %s, and Keyword is needed"
                .formatted(name, connection.target().namespace(), type));
      }
    }
    return missing;
  }

  /**
   * Refuses a server on which one is missing.
   *
   * @throws UserMistake that names the missing ones and the commands that create them
   */
  public static void require(TemporalConnection connection) {
    List<String> missing = missing(connection);
    if (!missing.isEmpty()) {
      throw new UserMistake(
          "namespace %s lacks the search attributes %s; create them with: %s"
              .formatted(
                  connection.target().namespace(),
                  String.join(", ", missing),
                  command(connection.target(), missing)));
    }
  }

  /** Returns the command that creates attributes. */
  public static String command(TemporalTarget target, List<String> names) {
    StringBuilder command =
        new StringBuilder("temporal operator search-attribute create --address ")
            .append(target.address())
            .append(" --namespace ")
            .append(target.namespace());
    for (String name : names) {
      command.append(" --name ").append(name).append(" --type Keyword");
    }
    return command.toString();
  }

  private static Map<String, IndexedValueType> known(TemporalConnection connection) {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(connection.service().getRawChannel())
                .validateAndBuildWithDefaults());
    try {
      return operator
          .blockingStub()
          .listSearchAttributes(
              ListSearchAttributesRequest.newBuilder()
                  .setNamespace(connection.target().namespace())
                  .build())
          .getCustomAttributesMap();
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      if (code == Status.Code.PERMISSION_DENIED || code == Status.Code.UNIMPLEMENTED) {
        // Temporal Cloud shows them to its own tools only, and the in-process server, on which the
        // sandbox registers them, shows none. A missing one shows at the first start of a run.
        return everything();
      }
      throw e;
    }
  }

  private static Map<String, IndexedValueType> everything() {
    Map<String, IndexedValueType> all = new TreeMap<>();
    NAMES.forEach(name -> all.put(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    return all;
  }
}
