package io.tributary.activities.evidence;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.List;

/**
 * Refuses paths that could leave the store or that one of the two stores cannot hold: names come
 * from specifications and inputs.
 */
final class EvidencePath {
  /**
   * The longest name that the usual file systems hold, in bytes; we count characters, all ASCII.
   */
  private static final int LONGEST_NAME = 200;

  private EvidencePath() {}

  /** Returns the path when it is relative, of plain names and without {@code ..}. */
  static String checked(String path) {
    for (String name : List.of(path.split("/", -1))) {
      boolean plain = name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*") && name.length() <= LONGEST_NAME;
      if (!plain) {
        throw Failures.of(
            ErrorCode.INPUT_INVALID,
            "'"
                + path
                + "' is no path of the evidence: names of letters, digits, '.', '_' and '-',"
                + " none beginning with a dot, separated by '/'");
      }
    }
    return path;
  }

  /** Returns a name made fit for a path: what is not allowed there becomes {@code _}. */
  static String fit(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]", "_");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
  }
}
