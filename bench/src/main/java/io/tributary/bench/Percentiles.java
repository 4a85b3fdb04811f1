package io.tributary.bench;

import java.util.Arrays;

/** Measurements of one quantity, of any unit. */
public final class Percentiles {
  private final double[] sorted;

  private Percentiles(double[] sorted) {
    this.sorted = sorted;
  }

  /** Takes measurements, at least one. */
  public static Percentiles of(double[] measurements) {
    if (measurements.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] copy = measurements.clone();
    Arrays.sort(copy);
    return new Percentiles(copy);
  }

  /** Returns the measurement below which a share of all lie, by nearest rank. */
  public double at(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
  }

  /** Returns the middle one. */
  public double median() {
    return at(0.5);
  }
}
