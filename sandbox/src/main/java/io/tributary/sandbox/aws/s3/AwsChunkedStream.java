package io.tributary.sandbox.aws.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Decodes {@code aws-chunked} bodies: chunks with their sizes, then trailing headers. Signatures of
 * chunks are not verified.
 */
final class AwsChunkedStream extends InputStream {
  private final InputStream in;
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private long left;
  private boolean ended;
  private boolean first = true;

  AwsChunkedStream(InputStream in) {
    this.in = in;
  }

  /** The trailing headers, by name in lower case; complete when the stream has been read. */
  Map<String, String> trailers() {
    return trailers;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("The body ended inside a chunk");
    }
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (!first) {
      line(); // what ends the chunk before
    }
    first = false;
    var size = line().split(";", 2)[0];
    if (size.isEmpty()) {
      throw new EOFException("The body ended between chunks");
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      ended = true;
      readTrailers();
    }
  }

  private void readTrailers() throws IOException {
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
  }

  /** The next line; an empty one also at the end of the body. */
  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
