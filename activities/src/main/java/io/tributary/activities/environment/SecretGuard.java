package io.tributary.activities.environment;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows keys and values that look like secrets, so that none is accepted and none is repeated in a
 * message.
 */
final class SecretGuard {
  private static final Pattern KEY =
      Pattern.compile(
          "(pass|passwd|password|passphrase|pwd|token|credential|credentials|apikey|secretkey"
              + "|accesskey|accesskeyid|secretaccesskey|privatekey|sessiontoken|masterpassword"
              + "|userpassword|dbpassword|adminpassword|secretvalue|secretstring)");

  /** Access keys of AWS, private keys in PEM, and addresses or options with a password inside. */
  private static final Pattern VALUE =
      Pattern.compile(
          "(AKIA|ASIA)[0-9A-Z]{16}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY"
              + "|://[^/@\\s:]+:[^/@\\s]+@"
              + "|(?i)\\b(password|passwd|pwd)\\s*[=:]\\s*[^\\s;,]+");

  private static final int SHOWN = 80;

  private SecretGuard() {}

  /** Returns whether a key asks for a secret in plain text. */
  static boolean looksLikeSecretKey(String key) {
    return KEY.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).matches();
  }

  /** Returns whether a value is, or holds, a secret in plain text. */
  static boolean looksLikeSecret(String value) {
    return VALUE.matcher(value).find();
  }

  /** Returns a text in quotes, cut to a length for one line; a secret only by its length. */
  static String shown(String value) {
    if (looksLikeSecret(value)) {
      return hidden(value);
    }
    String line = value.strip().replaceAll("\\s+", " ");
    return '"' + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + '"';
  }

  /** Returns what may be said about a value that may be a secret. */
  static String hidden(String value) {
    return "a text of " + value.length() + " characters (not shown)";
  }
}
