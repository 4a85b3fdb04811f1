package io.tributary.activities.environment;

/**
 * One thing that is wrong with a specification.
 *
 * @param place file and line
 * @param path where in the document, like {@code sources[0].secret}; empty for the whole
 * @param seen what stands there; never a value that may be a secret
 * @param accepted what would be right
 */
public record Problem(Place place, String path, String seen, String accepted) {
  /** Returns the problem as two lines: where and what, then what would be right. */
  @Override
  public String toString() {
    String where = path.isEmpty() ? "" : " " + path;
    return place + where + ": " + seen + System.lineSeparator() + "    " + accepted;
  }
}
