package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files of the repository that are made by code: equal, or written again by {@code -Daccept}. */
final class Accepted {
  private Accepted() {}

  static void assertEqual(String file, String made) throws IOException {
    Path path = Path.of(Objects.requireNonNull(System.getProperty("tributary.root")), file);
    if (System.getProperty("accept") != null) {
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, made);
    }
    String there = Files.exists(path) ? Files.readString(path) : "";
    assertThat(made).as(file + " (write it again with -Daccept)").isEqualTo(there);
  }
}
