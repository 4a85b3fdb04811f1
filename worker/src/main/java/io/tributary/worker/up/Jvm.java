package io.tributary.worker.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of this process, for a child. */
final class Jvm {
  private static final int WARNS_OF_UNSAFE = 23;

  private Jvm() {}

  /** Returns the program and the options that silence warnings about other people's libraries. */
  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    return command;
  }
}
