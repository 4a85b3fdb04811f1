package io.tributary.worker.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InternetTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void anAnswerOfAnyKindWillDo() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 1);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(403, -1));
    server.start();
    try {
      assertThat(internet(server.getAddress().getPort()).answers()).isTrue();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void silenceEndsAfterTwoSeconds() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
      long begun = System.nanoTime();
      assertThat(internet(silent.getLocalPort()).answers()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private static Internet internet(int port) {
    return new Internet(URI.create("http://127.0.0.1:" + port + "/"));
  }
}
