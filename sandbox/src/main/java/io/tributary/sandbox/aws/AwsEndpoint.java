package io.tributary.sandbox.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.sandbox.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP address of the sandbox: all AWS services and the control. */
public final class AwsEndpoint implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(AwsEndpoint.class);
  private static final String CONTROL = "/_sandbox/";

  private final int port;
  private final HttpAnswers aws;
  private final HttpAnswers control;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  /**
   * @param port port to listen on; 0 takes a free one
   * @param aws answers the calls of AWS clients
   * @param control answers what is below {@code /_sandbox/}
   */
  public AwsEndpoint(int port, HttpAnswers aws, HttpAnswers control) {
    this.port = port;
    this.aws = aws;
    this.control = control;
  }

  @Override
  public String name() {
    return "AWS endpoint";
  }

  @Override
  public void start() throws IOException {
    // Read once by the JDK's server: without the first, each small answer waits 40 ms for an ACK;
    // with the default of the second, idle connections of a client close before its pool does.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address, such as {@code http://127.0.0.1:40123}; known after the start. */
  public String address() {
    if (server == null) {
      throw new IllegalStateException("The endpoint has not started");
    }
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of("aws", address());
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    var call = new HttpCall(exchange);
    // Closing an exchange that was not answered closes its connection: that is how answers get
    // lost.
    try (exchange) {
      var answers = call.path().startsWith(CONTROL) ? control : aws;
      var answer = answers.answer(call).orElse(null);
      if (answer != null) {
        call.stream().transferTo(OutputStream.nullOutputStream());
        send(exchange, answer);
        exchange.getResponseBody().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      LOG.warn("A call of {} {} ended without an answer", call.method(), call.path(), e);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(answer.length()));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else if (answer.length() == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), answer.length());
      answer.body().writeTo(exchange.getResponseBody());
    }
  }
}
