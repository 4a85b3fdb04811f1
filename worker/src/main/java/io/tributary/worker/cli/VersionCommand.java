package io.tributary.worker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Say which Tributary, JDK and operating system this is.",
    footerHeading = "%nExample:%n",
    footer = {"  tributary version", "", "Exit code: 0."})
final class VersionCommand implements Callable<Integer> {
  private final Shell shell;

  VersionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.out().println("tributary " + version());
    shell
        .out()
        .println(
            "java "
                + System.getProperty("java.version")
                + " ("
                + System.getProperty("java.home")
                + ")");
    shell.out().println(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return ExitCodes.DONE;
  }

  private static String version() {
    try (InputStream in = VersionCommand.class.getResourceAsStream("/tributary.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
