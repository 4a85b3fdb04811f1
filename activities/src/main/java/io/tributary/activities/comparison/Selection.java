package io.tributary.activities.comparison;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of a table are read: the same rows on both sides. The row's number {@code s} and hash
 * {@code h} are those of {@link SideSql}.
 *
 * @param key a condition on the key's column, written {@code ?}, before anything is computed; empty
 *     for none
 * @param computed a condition on {@code s} and {@code h}; empty for none
 */
record Selection(String key, String computed) {
  static final Selection ALL = new Selection("", "");

  /** Returns the rows with these numbers. */
  static Selection numbers(KeyKind kind, Collection<Long> numbers) {
    String list = SqlText.list(numbers);
    return kind == KeyKind.INTEGER
        ? new Selection("? IN (" + list + ")", "")
        : new Selection("", "s IN (" + list + ")");
  }

  /** Returns the rows of some buckets. */
  static Selection buckets(Buckets buckets, List<Long> chosen) {
    String column = buckets.byKey() ? "?" : "mod(h, " + buckets.parameter() + ")";
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= chosen.size(); i++) {
      if (i == chosen.size() || chosen.get(i) != chosen.get(i - 1) + 1) {
        ranges.add(between(buckets, column, chosen.get(from), chosen.get(i - 1)));
        from = i;
      }
    }
    String any = ranges.stream().collect(Collectors.joining(" OR ", "(", ")"));
    return buckets.byKey() ? new Selection(any, "") : new Selection("", any);
  }

  /** Returns how many ranges {@link #buckets} would name. */
  static int ranges(List<Long> chosen) {
    int ranges = chosen.isEmpty() ? 0 : 1;
    for (int i = 1; i < chosen.size(); i++) {
      ranges += chosen.get(i) == chosen.get(i - 1) + 1 ? 0 : 1;
    }
    return ranges;
  }

  /** Returns one of several parts, each with about as many rows. */
  Selection part(int part, int parts) {
    if (parts == 1) {
      return this;
    }
    String rest = "abs(mod(s, " + parts + ")) = " + part;
    return new Selection(key, computed.isEmpty() ? rest : "(" + computed + ") AND " + rest);
  }

  private static String between(Buckets buckets, String column, long first, long last) {
    if (!buckets.byKey()) {
      return column + " BETWEEN " + first + " AND " + last;
    }
    return column + " BETWEEN " + lowest(buckets, first) + " AND " + highest(buckets, last);
  }

  /** Division of integers is towards zero on all engines, so bucket 0 reaches to both sides. */
  private static BigInteger lowest(Buckets buckets, long bucket) {
    BigInteger width = BigInteger.valueOf(buckets.parameter());
    BigInteger start = BigInteger.valueOf(bucket).multiply(width);
    return bucket > 0
        ? start
        : start.subtract(width).add(BigInteger.ONE).max(BigInteger.valueOf(Long.MIN_VALUE));
  }

  private static BigInteger highest(Buckets buckets, long bucket) {
    BigInteger width = BigInteger.valueOf(buckets.parameter());
    BigInteger start = BigInteger.valueOf(bucket).multiply(width);
    return bucket < 0
        ? start
        : start.add(width).subtract(BigInteger.ONE).min(BigInteger.valueOf(Long.MAX_VALUE));
  }
}
