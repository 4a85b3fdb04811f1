package io.tributary.sandbox.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status HTTP status
 * @param headers headers, Content-Length excepted
 * @param length bytes of the body
 * @param body writes the body; not asked when the length is 0 or the call is HEAD
 */
public record Answer(int status, Map<String, String> headers, long length, Body body) {
  /** Writes a body of a known length. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** An answer whose body is in memory. */
  public static Answer of(int status, Map<String, String> headers, byte[] content) {
    return new Answer(status, headers, content.length, out -> out.write(content));
  }

  /** The same answer with one more header. */
  public Answer with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, length, body);
  }
}
