package io.tributary.sandbox.aws.protocol;

import io.tributary.sandbox.aws.AwsService;
import io.tributary.sandbox.aws.Caller;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** One operation of a fake: the method of the client interface that has its name. */
public final class Operation {
  private static final List<String> SQL_MEMBERS = List.of("Sql", "Sqls");

  private final AwsService<?> service;
  private final String name;
  private final Method method;

  private Operation(AwsService<?> service, String name, Method method) {
    this.service = service;
    this.name = name;
    this.method = method;
  }

  /**
   * Finds an operation by its name on the wire.
   *
   * @throws WireError UnknownOperationException if the service has no such operation
   */
  public static Operation find(AwsService<?> service, String name) {
    var methodName =
        name.isEmpty() ? "" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return Arrays.stream(service.api().getMethods())
        .filter(method -> method.getName().equals(methodName) && takesRequest(method))
        .findFirst()
        .map(method -> new Operation(service, name, method))
        .orElseThrow(() -> unknown(service.signingName(), name));
  }

  /** The error for what the sandbox does not play. */
  public static WireError unknown(String service, String name) {
    return new WireError(
        400,
        "UnknownOperationException",
        "the sandbox does not know " + service + (name.isEmpty() ? "" : "." + name));
  }

  /** An empty builder of the request. */
  public SdkPojo newRequest() {
    try {
      return (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The SDK's request of " + name + " has no builder", e);
    }
  }

  /**
   * Calls the fake.
   *
   * @throws WireError what the fake threw, or UnknownOperationException if it does not play this
   */
  public SdkPojo call(SdkPojo builder, Caller caller) {
    try {
      var request = ((Buildable) builder).build();
      return (SdkPojo) method.invoke(service.fake().apply(caller), request);
    } catch (InvocationTargetException e) {
      throw translated(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private RuntimeException translated(@Nullable Throwable thrown) {
    return switch (thrown) {
      case AwsServiceException e -> WireError.of(e);
      case UnsupportedOperationException e -> unknown(service.signingName(), name);
      case RuntimeException e -> e;
      case null, default -> new IllegalStateException(thrown);
    };
  }

  /** The SQL of a request, for faults that look for it; empty for operations without any. */
  public static String sql(SdkPojo builder) {
    // A field's getter takes the request and not its builder.
    var request = ((Buildable) builder).build();
    return builder.sdkFields().stream()
        .filter(field -> SQL_MEMBERS.contains(field.locationName()))
        .map(field -> text(field, request))
        .collect(Collectors.joining(";\n"));
  }

  private static String text(SdkField<?> field, Object request) {
    var value = field.getValueOrDefault(request);
    return switch (value) {
      case null -> "";
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(";\n"));
      default -> value.toString();
    };
  }

  private static boolean takesRequest(Method method) {
    return method.getParameterCount() == 1
        && SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]);
  }
}
