package io.tributary.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loopback ports of the parts. A part gets the port it had before, if that is free, so that clients
 * find a restarted sandbox where they left it.
 */
public final class Ports {
  private final Path folder;

  Ports(Path folder) {
    this.folder = folder;
  }

  /**
   * The port this part had when it first started. While somebody else has that one, another free
   * port; it is not remembered, so the part returns to its own when it can.
   */
  public int take(String name) throws IOException {
    var file = folder.resolve(name);
    if (Files.exists(file)) {
      int port = bindable(Files.readString(file).strip());
      return port == 0 ? bindable("0") : port;
    }
    int port = bindable("0");
    Files.createDirectories(folder);
    Files.writeString(file, Integer.toString(port));
    return port;
  }

  /**
   * Checks a port that a person chose before anything else starts.
   *
   * @throws SandboxFailure if somebody else has it
   */
  static void requireFree(int port) {
    if (port != 0 && bindable(Integer.toString(port)) == 0) {
      throw new SandboxFailure(
          "Port %d on 127.0.0.1 is in use (--port): choose another one, or leave it out to get a free one"
              .formatted(port));
    }
  }

  /** The port that was bound, or 0 if it is in use. */
  private static int bindable(String port) {
    try (var socket =
        new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
