package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.HttpCall;
import io.tributary.sandbox.aws.protocol.WireError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A body that was received into a file and agrees with every checksum its client sent.
 *
 * @param file where its bytes are
 * @param size how many
 * @param md5 their MD5 in hexadecimal
 * @param checksums the {@code x-amz-checksum-…} headers that the client sent
 */
record Upload(Path file, long size, String md5, Map<String, String> checksums) {

  /**
   * Receives the body of a call.
   *
   * @throws WireError BadDigest if a checksum differs; the file is gone then
   * @throws IOException if the body ends early; the file is gone then
   */
  static Upload receive(HttpCall call, Path file) throws IOException {
    try {
      return received(call, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  String etag() {
    return '"' + md5 + '"';
  }

  private static Upload received(HttpCall call, Path file) throws IOException {
    Map<String, String> sent = new TreeMap<>(call.headers(BodySums.PREFIX));
    BodySums.Result sums;
    if (isChunked(call)) {
      var body = new AwsChunkedStream(call.stream());
      sums = copy(body, file);
      sent.putAll(body.trailers());
    } else {
      sums = copy(call.stream(), file);
    }
    sent.keySet().retainAll(sums.byHeader().keySet());
    verify(call, sent, sums);
    return new Upload(file, sums.size(), sums.md5(), sent);
  }

  private static boolean isChunked(HttpCall call) {
    return call.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-")
        || call.header("Content-Encoding").orElse("").contains("aws-chunked");
  }

  private static BodySums.Result copy(InputStream in, Path file) throws IOException {
    var sums = new BodySums();
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[64 << 10];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        sums.add(buffer, count);
      }
    }
    return sums.result();
  }

  private static void verify(HttpCall call, Map<String, String> sent, BodySums.Result sums) {
    sent.forEach(
        (name, value) -> {
          if (!value.equals(sums.byHeader().get(name))) {
            throw S3Refusals.badDigest(name.substring(BodySums.PREFIX.length()));
          }
        });
    var md5 = call.header("Content-MD5").orElse("");
    if (!md5.isEmpty()
        && !sums.md5().equals(HexFormat.of().formatHex(Base64.getDecoder().decode(md5)))) {
      throw S3Refusals.badDigest("Content-MD5");
    }
  }
}
