package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.protocol.WireError;
import java.util.regex.Pattern;

/**
 * The part of an object that a call asks for.
 *
 * @param first first byte, from 0
 * @param length number of bytes
 * @param isWhole whether no part was asked for
 */
record Range(long first, long length, boolean isWhole) {
  private static final Pattern HEADER = Pattern.compile("bytes=(\\d*)-(\\d*)");

  /**
   * Reads a Range header; one that S3 would not understand asks for everything.
   *
   * @throws WireError InvalidRange if it begins behind the end
   */
  static Range of(String header, long size) {
    var matcher = HEADER.matcher(header);
    if (!matcher.matches() || header.equals("bytes=-")) {
      return new Range(0, size, true);
    }
    var from = matcher.group(1);
    var to = matcher.group(2);
    long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
    long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
    if (first >= size || last < first) {
      throw new WireError(416, "InvalidRange", "The requested range is not satisfiable");
    }
    return new Range(first, last - first + 1, false);
  }

  String header(long size) {
    return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
  }
}
