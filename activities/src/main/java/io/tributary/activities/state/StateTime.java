package io.tributary.activities.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants in the tables of the state: TIMESTAMP without zone, always UTC. */
final class StateTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private StateTime() {}

  static String literal(Instant at) {
    return "TIMESTAMP '" + FORMAT.format(at) + "'";
  }
}
