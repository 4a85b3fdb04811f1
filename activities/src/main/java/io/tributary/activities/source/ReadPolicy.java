package io.tributary.activities.source;

import java.time.Duration;

/**
 * How hard a source may be read.
 *
 * @param connect how long opening a connection may take
 * @param statement how long one statement may run; the source itself stops it then
 * @param lock how long a statement may wait for a lock
 * @param slot how long to wait for one of the source's connections to become free
 * @param fetchRows rows that are in memory at a time
 */
public record ReadPolicy(
    Duration connect, Duration statement, Duration lock, Duration slot, int fetchRows) {
  /** Returns what suits production: patient, but never without an end. */
  public static ReadPolicy usual() {
    return new ReadPolicy(
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        2_000);
  }
}
