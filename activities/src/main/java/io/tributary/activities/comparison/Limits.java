package io.tributary.activities.comparison;

/**
 * What bounds memory, the length of statements and the size of the report.
 *
 * @param rowsPerBucket about how many rows share a bucket
 * @param buckets the most buckets
 * @param ranges the most ranges of buckets that one statement names; above it the whole table is
 *     read
 * @param rowsPerRead the most rows of one answer, in the whole: the Data API gives out 500 MB
 * @param named the most rows that differ and are named with their columns
 * @param samples of these the most whose values are kept, for each kind of difference
 * @param remembered the most keys kept for a second look
 */
public record Limits(
    int rowsPerBucket,
    int buckets,
    int ranges,
    long rowsPerRead,
    int named,
    int samples,
    int remembered) {
  /** Returns what the design page asks for. */
  public static Limits usual() {
    return new Limits(100, 262_144, 1_000, 2_000_000, 1_000, 20, 10_000);
  }
}
