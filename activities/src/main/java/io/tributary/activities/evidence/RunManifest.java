package io.tributary.activities.evidence;

import java.util.List;

/**
 * What a finished run has left: {@code manifest.json}, written last. A run without it is
 * incomplete.
 *
 * @param environment the environment's name
 * @param job the job's noun
 * @param run the run's name
 * @param summary how it ended
 * @param files every other file of the run, by name
 */
public record RunManifest(
    String environment, String job, String run, Summary summary, List<Entry> files) {
  /**
   * How a run ended, for indexes.
   *
   * @param title what it was, such as {@code Refresh of marts}
   * @param status one word, such as {@code SUCCEEDED}
   * @param sentence the finding in one sentence
   * @param endMillis when it ended, milliseconds since the epoch; from the run, never from the
   *     clock, so that a repeat writes the same file
   */
  public record Summary(String title, String status, String sentence, long endMillis) {}

  /**
   * One file.
   *
   * @param name its name in the run's folder
   * @param bytes its size
   * @param sha256 its hash in hex
   */
  public record Entry(String name, long bytes, String sha256) {}
}
