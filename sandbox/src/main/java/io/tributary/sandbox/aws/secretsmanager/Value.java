package io.tributary.sandbox.aws.secretsmanager;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A value that a client puts.
 *
 * @param id the client's token, which becomes the version's id; drawn when it sent none
 */
record Value(String id, @Nullable String text, @Nullable SdkBytes binary) {

  static Value of(@Nullable String token, @Nullable String text, @Nullable SdkBytes binary) {
    return new Value(token == null ? UUID.randomUUID().toString() : token, text, binary);
  }

  boolean isPresent() {
    return text != null || binary != null;
  }

  @Nullable String encoded() {
    return binary == null ? null : Base64.getEncoder().encodeToString(binary.asByteArray());
  }

  static SdkBytes decoded(String base64) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
  }

  /** Never the value. */
  @Override
  public String toString() {
    return "Value[" + id + "]";
  }
}
