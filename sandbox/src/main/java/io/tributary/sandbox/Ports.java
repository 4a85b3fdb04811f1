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

  /** The port this part had before, or another free one; remembered under the name. */
  public int take(String name) throws IOException {
    var file = folder.resolve(name);
    int port = Files.exists(file) ? bindable(Files.readString(file).strip()) : 0;
    if (port == 0) {
      port = bindable("0");
    }
    Files.createDirectories(folder);
    Files.writeString(file, Integer.toString(port));
    return port;
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
