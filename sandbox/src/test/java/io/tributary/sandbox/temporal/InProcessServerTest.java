package io.tributary.sandbox.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.sandbox.junit.SandboxHandle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InProcessServerTest extends TemporalSuite {
  @RegisterExtension
  static final SandboxExtension SANDBOX =
      SandboxExtension.shared()
          .withOptions(
              "--namespace", NAMESPACE,
              "--search-attribute", ATTRIBUTE + "=Keyword",
              "--search-attribute", ATTRIBUTE + "=Keyword");

  @Override
  SandboxHandle sandbox() {
    return SANDBOX.handle();
  }

  @Test
  void saysWhatItIs() {
    var temporal = sandbox().json().path("temporal");

    assertThat(temporal.path("kind").asText()).isEqualTo("in-process");
    assertThat(temporal.path("ui").isNull()).isTrue();
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    int port = Integer.parseInt(sandbox().temporalAddress().orElseThrow().split(":")[1]);
    var elsewhere =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();

    for (InetAddress address : elsewhere) {
      Assertions.assertThatIOException().isThrownBy(() -> connect(address, port));
    }
    connect(InetAddress.getLoopbackAddress(), port);
  }

  private static void connect(InetAddress address, int port) throws IOException {
    new Socket(address, port).close();
  }
}
