package io.tributary.sandbox.aws.secretsmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of a secret.
 *
 * @param id what the client chose, 32 to 64 characters
 * @param text its value, if it is text
 * @param binary its value in Base64, if it is binary
 * @param created when it was put
 * @param stages its staging labels; a version without any is deprecated
 */
record SecretVersion(
    String id,
    @Nullable String text,
    @Nullable String binary,
    Instant created,
    List<String> stages) {

  boolean holdsSameAs(@Nullable String otherText, @Nullable String otherBinary) {
    return Objects.equals(text, otherText) && Objects.equals(binary, otherBinary);
  }

  SecretVersion with(String stage) {
    if (stages.contains(stage)) {
      return this;
    }
    var more = new ArrayList<>(stages);
    more.add(stage);
    return new SecretVersion(id, text, binary, created, more);
  }

  SecretVersion without(String stage) {
    var fewer = stages.stream().filter(present -> !present.equals(stage)).toList();
    return new SecretVersion(id, text, binary, created, fewer);
  }

  /** Never the value. */
  @Override
  public String toString() {
    return "SecretVersion[" + id + " " + stages + "]";
  }
}
