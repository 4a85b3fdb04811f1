package io.tributary.sandbox.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.sandbox.junit.SandboxHandle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("real-server")
@EnabledIfEnvironmentVariable(named = "TRIBUTARY_TEMPORAL_CLI", matches = ".+")
class DevServerTest extends TemporalSuite {
  @RegisterExtension
  static final SandboxExtension SANDBOX =
      SandboxExtension.shared()
          .withOptions(
              "--temporal",
              String.valueOf(System.getenv("TRIBUTARY_TEMPORAL_CLI")),
              "--namespace",
              NAMESPACE,
              "--search-attribute",
              ATTRIBUTE + "=Keyword");

  @Override
  SandboxHandle sandbox() {
    return SANDBOX.handle();
  }

  @Test
  void hasAWebPage() throws Exception {
    var temporal = sandbox().json().path("temporal");

    assertThat(temporal.path("kind").asText()).isEqualTo("dev-server");
    try (var http = HttpClient.newHttpClient()) {
      var page =
          http.send(
              HttpRequest.newBuilder(URI.create(temporal.path("ui").asText())).build(),
              BodyHandlers.ofString());
      assertThat(page.statusCode()).isLessThan(400);
    }
  }
}
