package io.tributary.worker.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.worker.UserMistake;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code /health} and {@code /metrics} on one port of the loopback address, which an agent
 * on the same machine or in the same pod reads.
 */
public final class HealthServer implements AutoCloseable {
  private final HttpServer server;

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to answer.
   *
   * @param port 0 for a free one
   * @param health what is wrong now, empty when all is well
   * @param metrics the Prometheus text
   * @throws UserMistake when the port is in use
   */
  public static HealthServer start(int port, Supplier<Health> health, Supplier<String> metrics)
      throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    } catch (BindException e) {
      throw new UserMistake(
          "the port %d for health and metrics is in use: name another with --http-port, or 0 for a free one"
              .formatted(port),
          e);
    }
    server.createContext(
        "/health",
        exchange -> {
          Health now = health.get();
          answer(exchange, now.isWell() ? 200 : 503, "application/json", now.json());
        });
    server.createContext(
        "/metrics",
        exchange ->
            answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.get()));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return new HealthServer(server);
  }

  /** Returns the address of {@code /health}. */
  public String healthAddress() {
    return address("/health");
  }

  /** Returns the address of {@code /metrics}. */
  public String metricsAddress() {
    return address("/metrics");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
