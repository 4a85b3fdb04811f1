package io.tributary.sandbox.redshift;

/**
 * What a command gave.
 *
 * @param rows rows of the result or rows changed; -1 where there is neither
 * @param bytes size of the result
 * @param hasResultSet whether there is a result to fetch
 */
public record Outcome(long rows, long bytes, boolean hasResultSet) {
  static final Outcome NONE = new Outcome(-1, 0, false);
}
