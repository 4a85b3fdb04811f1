package io.tributary.workflows.route;

/** Compares versions number by number: 3.05.2 is 3.5.2, and 9.10 is newer than 9.6. */
final class Versions {
  private Versions() {}

  static boolean atLeast(String version, String minimum) {
    String[] left = version.split("\\.");
    String[] right = minimum.split("\\.");
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = Integer.compare(number(left, i), number(right, i));
      if (order != 0) {
        return order > 0;
      }
    }
    return true;
  }

  private static int number(String[] parts, int index) {
    return index < parts.length ? Integer.parseInt(parts[index]) : 0;
  }
}
