package io.tributary.activities.environment;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * Returns the known name with the fewest letters to change; empty when none is near enough to be
   * what was meant. Upper and lower case count as the same.
   */
  public static Optional<String> of(String seen, Collection<String> known) {
    String best = null;
    int fewest = Math.max(2, seen.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(seen.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < fewest) {
        fewest = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Letters to insert, remove, replace, or swap with their neighbour. */
  private static int distance(String left, String right) {
    int[][] costs = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, left, right, i, j);
      }
    }
    return costs[left.length()][right.length()];
  }

  private static int cheapest(int[][] costs, String left, String right, int i, int j) {
    int replaced = costs[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int cheapest = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(cheapest, costs[i - 2][j - 2] + 1) : cheapest;
  }
}
