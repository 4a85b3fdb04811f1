package io.tributary.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.TestInfo;

/**
 * Compares text with the file {@code golden/<TestClass>.<method>.<ending>} of the test resources;
 * {@code -Dsurefire.arguments=-Daccept} writes it anew, to be read before it is committed.
 */
public final class Golden {
  private Golden() {}

  /** Fails where the text is not that of the file. */
  public static void verify(TestInfo test, String ending, byte[] actual) throws IOException {
    String name =
        test.getTestClass().orElseThrow().getSimpleName()
            + "."
            + test.getTestMethod().orElseThrow().getName()
            + "."
            + ending;
    Path file = Path.of("src/test/resources/golden", name);
    if (System.getProperty("accept") != null) {
      Files.createDirectories(file.getParent());
      Files.write(file, actual);
    }
    assertThat(file).as("run once with -Dsurefire.arguments=-Daccept").exists();
    assertThat(new String(actual, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
  }
}
