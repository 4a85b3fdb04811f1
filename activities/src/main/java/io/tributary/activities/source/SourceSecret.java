package io.tributary.activities.source;

import org.jspecify.annotations.Nullable;

/**
 * The login of a source, as its secret holds it.
 *
 * @param username the login's name
 * @param password its password
 * @param host the machine, null where the secret names none
 * @param port the port, null where the secret names none
 */
public record SourceSecret(
    String username, String password, @Nullable String host, @Nullable Integer port) {
  /** Returns a text without the password: a secret must not enter a log by accident. */
  @Override
  public String toString() {
    return "SourceSecret[username=" + username + ", password=•••]";
  }
}
