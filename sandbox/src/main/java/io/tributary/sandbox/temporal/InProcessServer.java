package io.tributary.sandbox.temporal;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.tributary.sandbox.Part;
import io.tributary.sandbox.SandboxOptions.TemporalOptions;
import io.tributary.sandbox.StateDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's test server on loopback, for machines without a real one. It accepts any namespace and
 * forgets everything at its end; it has no schedules, no list queries and no web UI.
 */
final class InProcessServer implements Part {
  private static final int LARGEST_MESSAGE = 64 << 20;

  private final TemporalOptions options;
  private final StateDirectory state;
  private @Nullable TestServicesStarter services;
  private @Nullable Server server;
  private int port;

  InProcessServer(TemporalOptions options, StateDirectory state) {
    this.options = options;
    this.state = state;
  }

  @Override
  public String name() {
    return "Temporal (in-process: no schedules, no list queries, no web UI, forgets at its end)";
  }

  @Override
  public void start() throws IOException {
    port = state.ports().take("temporal");
    services = new TestServicesStarter(true, 0);
    // The SDK's clients ping more often than gRPC's servers tolerate by default.
    var builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .permitKeepAliveTime(1, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .maxInboundMessageSize(LARGEST_MESSAGE);
    List<BindableService> all = services.getServices();
    GRPCServerHelper.registerServicesAndHealthChecks(all, builder, List.of(new StickyRemoval()));
    server = builder.build().start();
    registerSearchAttributes();
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, @Nullable Object> temporal = new HashMap<>();
    temporal.put("address", address());
    temporal.put("kind", "in-process");
    temporal.put("ui", null);
    temporal.put("pid", null);
    return Map.of("temporal", temporal);
  }

  @Override
  public void close() {
    if (server != null) {
      server.shutdownNow();
    }
    if (services != null) {
      services.close();
    }
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  private void registerSearchAttributes() {
    var stubs =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setTarget(address())
                .validateAndBuildWithDefaults());
    try {
      for (String attribute : options.searchAttributes()) {
        int equals = attribute.indexOf('=');
        add(stubs, attribute.substring(0, equals), attribute.substring(equals + 1));
      }
    } finally {
      stubs.shutdownNow();
    }
  }

  private static void add(OperatorServiceStubs stubs, String name, String type) {
    try {
      var unused =
          stubs
              .blockingStub()
              .addSearchAttributes(
                  AddSearchAttributesRequest.newBuilder()
                      .putSearchAttributes(name, valueType(type))
                      .build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw e;
      }
    }
  }

  private static IndexedValueType valueType(String name) {
    var words = name.equals("KeywordList") ? "KEYWORD_LIST" : name.toUpperCase(Locale.ROOT);
    return IndexedValueType.valueOf("INDEXED_VALUE_TYPE_" + words);
  }
}
