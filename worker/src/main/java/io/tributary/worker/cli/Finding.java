package io.tributary.worker.cli;

/**
 * What {@code doctor} found about one prerequisite.
 *
 * @param name the prerequisite
 * @param well whether it holds
 * @param seen what was seen, or what is wrong and how to mend it
 */
record Finding(String name, boolean well, String seen) {
  static Finding well(String name, String seen) {
    return new Finding(name, true, seen);
  }

  static Finding ill(String name, String seen) {
    return new Finding(name, false, seen);
  }
}
