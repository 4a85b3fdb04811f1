package io.tributary.sandbox.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tributary.sandbox.SandboxFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's downloader against a server that answers as temporal.download does. */
@Timeout(60)
class DownloadedBinaryTest {
  private static final String PLACE = "io.temporal.testing.devServerDownloadBaseUrl";
  private static final String PROGRAM = "#!/bin/sh\necho temporal\n";

  @TempDir private Path cache = Path.of("");
  private final AtomicInteger archives = new AtomicInteger();
  private final HttpServer server;

  DownloadedBinaryTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
  }

  @BeforeEach
  void serve() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/cli/",
        exchange ->
            answer(
                exchange,
                "{\"archiveUrl\":\"%s/temporal.tar.gz\",\"fileToExtract\":\"temporal\"}"
                    .formatted(address)
                    .getBytes(StandardCharsets.UTF_8)));
    server.createContext(
        "/temporal.tar.gz",
        exchange -> {
          archives.incrementAndGet();
          answer(exchange, archive());
        });
    server.start();
    System.setProperty(PLACE, address);
  }

  @AfterEach
  void stop() {
    System.clearProperty(PLACE);
    server.stop(0);
  }

  @Test
  void isFetchedOnceAndKept() throws IOException {
    Path first = DownloadedBinary.get(Map.of("XDG_CACHE_HOME", cache.toString()));
    Path second = DownloadedBinary.get(Map.of("XDG_CACHE_HOME", cache.toString()));

    assertThat(first).isEqualTo(second).isExecutable().hasContent(PROGRAM);
    assertThat(first.startsWith(cache.resolve("tributary"))).isTrue();
    assertThat(archives).hasValue(1);
  }

  @Test
  void saysWhatToDoWhenItCannotBeFetched() {
    System.setProperty(PLACE, "http://127.0.0.1:9");
    assertThatThrownBy(() -> DownloadedBinary.get(Map.of("XDG_CACHE_HOME", cache.toString())))
        .isInstanceOf(SandboxFailure.class)
        .hasMessageContaining("--offline")
        .hasMessageContaining(cache.toString());
    assertThat(Files.exists(cache.resolve("tributary/temporal"))).isFalse();
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] archive() throws IOException {
    byte[] program = PROGRAM.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry("temporal");
      entry.setSize(program.length);
      tar.putArchiveEntry(entry);
      tar.write(program);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
