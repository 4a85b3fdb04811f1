package io.tributary.activities.environment;

/**
 * Where something stands.
 *
 * @param file the file, as the reader was given it
 * @param line its line, from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
