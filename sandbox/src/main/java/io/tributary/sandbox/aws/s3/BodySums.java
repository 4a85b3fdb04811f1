package io.tributary.sandbox.aws.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** All checksums of a body. Computing those that nobody sent costs less than choosing. */
final class BodySums {
  static final String PREFIX = "x-amz-checksum-";

  private final MessageDigest md5 = digest("MD5");
  private final MessageDigest sha1 = digest("SHA-1");
  private final MessageDigest sha256 = digest("SHA-256");
  private final CRC32 crc32 = new CRC32();
  private final CRC32C crc32c = new CRC32C();
  private long size;

  /**
   * The checksums of a whole body.
   *
   * @param size its bytes
   * @param md5 in hexadecimal
   * @param byHeader in Base64, by the name of the header that carries them
   */
  record Result(long size, String md5, Map<String, String> byHeader) {}

  void add(byte[] buffer, int count) {
    size += count;
    md5.update(buffer, 0, count);
    sha1.update(buffer, 0, count);
    sha256.update(buffer, 0, count);
    crc32.update(buffer, 0, count);
    crc32c.update(buffer, 0, count);
  }

  Result result() {
    return new Result(
        size,
        HexFormat.of().formatHex(md5.digest()),
        Map.of(
            PREFIX + "crc32", base64(crc32),
            PREFIX + "crc32c", base64(crc32c),
            PREFIX + "sha1", base64(sha1.digest()),
            PREFIX + "sha256", base64(sha256.digest())));
  }

  static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(Checksum sum) {
    return base64(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
