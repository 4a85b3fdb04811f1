package io.tributary.activities.ddl;

import io.tributary.activities.state.OwnedObjects.Owned;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object as the specification wants it.
 *
 * @param kind what it is
 * @param name its name
 * @param create the statement that makes it
 * @param drop the statement that drops it
 * @param comment the statement that marks it, null where Redshift has no comments
 * @param over names of wanted objects that it is bound to
 */
record Wanted(
    ObjectKind kind,
    String name,
    String create,
    String drop,
    @Nullable String comment,
    List<String> over) {
  /** Returns it as a row of what Tributary owns. */
  Owned owned() {
    return new Owned(kind.name(), name, definition(), true);
  }

  /** Returns the hash of the statement that makes it. */
  String definition() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(create.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
