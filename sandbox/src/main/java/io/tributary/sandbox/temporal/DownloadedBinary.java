package io.tributary.sandbox.temporal;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.internal.devserver.TemporalDevServerDownloader;
import io.tributary.sandbox.SandboxFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The {@code temporal} command as the SDK downloads it, kept in the user's cache folder. */
final class DownloadedBinary {
  /** A newer one is looked for after a month; without the internet the old one stays in use. */
  private static final Duration FRESH = Duration.ofDays(30);

  private DownloadedBinary() {}

  /**
   * Returns the program, downloading it where it is not kept yet.
   *
   * @param variables the environment variables, which say where the cache folder is
   */
  static Path get(Map<String, String> variables) {
    Path folder = folder(variables);
    try {
      // Internal by its package, and the only way to the program itself: TemporalDevServer starts
      // it
      // with settings that cannot be chosen as DevServer needs them.
      return TemporalDevServerDownloader.prepare(
          TemporalDevServerOptions.newBuilder()
              .setDownloadEnabled(true)
              .setDownloadDestination(folder.toString())
              .setDownloadCacheTtl(FRESH)
              .build());
    } catch (RuntimeException e) {
      throw new SandboxFailure(
          "The temporal command could not be downloaded into %s (%s): try again, put it on the PATH, or use --offline"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static Path folder(Map<String, String> variables) {
    String cache = variables.get("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("tributary");
  }
}
