package io.tributary.sandbox.postgres;

import io.tributary.sandbox.SandboxFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A free port that stays the same over restarts, because secrets and external schemas name it. */
final class KeptPort {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Path file;

  KeptPort(Path file) {
    this.file = file;
  }

  int take() throws IOException {
    int kept = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    try (ServerSocket socket = new ServerSocket()) {
      // The connections of a server that was killed may linger for a minute.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), kept));
      Files.writeString(file, String.valueOf(socket.getLocalPort()));
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new SandboxFailure(
          "Port " + kept + " of " + file.getParent() + " is in use by another program: end it, or"
              + " start with another state folder.",
          e);
    }
  }
}
