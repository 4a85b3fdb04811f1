package io.tributary.worker.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command knows of the process around it.
 *
 * @param out for results
 * @param err for messages
 * @param variables the environment variables
 * @param home the folder of the installation: {@code environments/}, {@code worker/}, {@code
 *     sandbox/}
 * @param interactive whether a person sees the output as it comes
 */
public record Shell(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> variables,
    Path home,
    boolean interactive) {
  /** Describes this process. */
  public static Shell ofProcess() {
    return new Shell(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.getenv(),
        Path.of(System.getProperty("tributary.home", ".")).toAbsolutePath().normalize(),
        // The launcher asks the shell: System.console() tells it apart from a pipe since JDK 22
        // only.
        Boolean.getBoolean("tributary.terminal"));
  }

  /** Returns the folder of state where no option names one. */
  public Path state() {
    return home.resolve(".tributary");
  }
}
