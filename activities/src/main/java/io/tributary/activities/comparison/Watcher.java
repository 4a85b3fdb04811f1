package io.tributary.activities.comparison;

/** Hears how far a comparison is, and can stop it by throwing. */
public interface Watcher {
  /**
   * Something new is under way.
   *
   * @param step what, for people
   */
  void step(String step);

  /** A moment has passed, at most about a second. */
  void tick();
}
