package io.tributary.activities.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes two submissions the same statement.
 *
 * @param name the {@code StatementName}, by which the Data API finds it for 24 hours
 * @param token the {@code ClientToken}, with which the Data API takes it once for 8 hours
 */
record StatementIdentity(String name, String token) {
  private static final String PREFIX = "tributary-";

  /**
   * Derives the identity of a statement.
   *
   * @param key the original run id and the statement's place in the run
   * @param sqls the text, or the texts of a batch
   */
  static StatementIdentity of(String key, List<String> sqls) {
    MessageDigest digest = sha256();
    part(digest, key);
    for (String sql : sqls) {
      part(digest, sql);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new StatementIdentity(PREFIX + hash, hash);
  }

  /**
   * Returns the identity of a further try of a statement whose earlier ones certainly had no
   * effect.
   *
   * @param generation 1 for the first try, which is this identity itself
   */
  StatementIdentity generation(int generation) {
    if (generation == 1) {
      return this;
    }
    StatementIdentity next = of(token, List.of(Integer.toString(generation)));
    return new StatementIdentity(name + "-" + generation, next.token);
  }

  /** Returns which try a statement found by {@link #name} as a prefix was. */
  int generationOf(String found) {
    return found.equals(name) ? 1 : Integer.parseInt(found.substring(name.length() + 1));
  }

  /** The length before each part keeps (ab, c) and (a, bc) apart. */
  private static void part(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
