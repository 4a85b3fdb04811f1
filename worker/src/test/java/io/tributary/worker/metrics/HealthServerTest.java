package io.tributary.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.worker.UserMistake;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HealthServerTest {
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health(Health.State.STARTING, "test"));

  @Test
  void isWellOnlyWhenItServes() throws Exception {
    try (HealthServer server = HealthServer.start(0, this::now, () -> "")) {
      assertThat(get(server.healthAddress()).statusCode()).isEqualTo(503);
      health.set(new Health(Health.State.SERVING, "test"));
      assertThat(get(server.healthAddress()).statusCode()).isEqualTo(200);
      health.set(new Health(Health.State.DRAINING, "test"));
      assertThat(get(server.healthAddress()).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void answersMetricsOfTheProcess() throws Exception {
    try (Metrics metrics = new Metrics("test");
        HealthServer server = HealthServer.start(0, this::now, metrics::scrape)) {
      assertThat(get(server.metricsAddress()).body())
          .contains("jvm_memory_used_bytes")
          .contains("environment=\"test\"");
    }
  }

  @Test
  void namesAPortThatIsInUse() throws Exception {
    try (HealthServer server = HealthServer.start(0, this::now, () -> "")) {
      int port = URI.create(server.healthAddress()).getPort();
      assertThatThrownBy(() -> HealthServer.start(port, this::now, () -> ""))
          .isInstanceOf(UserMistake.class)
          .hasMessageContaining(Integer.toString(port))
          .hasMessageContaining("--http-port");
    }
  }

  private Health now() {
    return Objects.requireNonNull(health.get());
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
