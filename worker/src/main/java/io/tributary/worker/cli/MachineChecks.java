package io.tributary.worker.cli;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The prerequisites of this machine: what {@code up} and the build need. */
final class MachineChecks {
  private static final int DEFAULT_PORT = 9464;
  private static final long ROOM = 400L << 20;

  private final Shell shell;

  MachineChecks(Shell shell) {
    this.shell = shell;
  }

  List<Finding> all() {
    return List.of(jdk(), maven(), temporal(), state(), disk(), port());
  }

  private static Finding jdk() {
    int feature = Runtime.version().feature();
    return feature >= 21
        ? Finding.well("JDK", feature + " in " + System.getProperty("java.home"))
        : Finding.ill("JDK", feature + " is too old: install a JDK 21 or newer, set JAVA_HOME");
  }

  private Finding maven() {
    String found = onPath("mvn");
    return found.isEmpty()
        ? Finding.ill("Maven", "not on the PATH: install Maven 3.8 or newer (apt install maven)")
        : Finding.well("Maven", found);
  }

  private Finding temporal() {
    String found = onPath("temporal");
    return Finding.well(
        "temporal CLI",
        found.isEmpty()
            ? "not on the PATH: \"up\" uses a server without schedules and UI (https://docs.temporal.io/cli)"
            : found);
  }

  private Finding state() {
    Path folder = shell.state();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      return Finding.well("state folder", folder.toString());
    } catch (IOException e) {
      return Finding.ill(
          "state folder", folder + " cannot be written: make it writable, or use up --state");
    }
  }

  private Finding disk() {
    try {
      long room = Files.getFileStore(shell.home()).getUsableSpace();
      return room >= ROOM
          ? Finding.well("disk", (room >> 20) + " MB left")
          : Finding.ill("disk", "%d MB left, %d MB are needed".formatted(room >> 20, ROOM >> 20));
    } catch (IOException e) {
      return Finding.ill("disk", "cannot be asked: " + e.getMessage());
    }
  }

  private static Finding port() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), DEFAULT_PORT));
      return Finding.well("port of a worker", DEFAULT_PORT + " is free");
    } catch (IOException e) {
      return Finding.well(
          "port of a worker",
          DEFAULT_PORT + " is in use, perhaps by a worker; another one needs --http-port");
    }
  }

  private String onPath(String program) {
    for (String folder : shell.variables().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(folder).resolve(program);
      if (!folder.isEmpty() && Files.isExecutable(path) && Files.isRegularFile(path)) {
        return path.toString();
      }
    }
    return "";
  }
}
