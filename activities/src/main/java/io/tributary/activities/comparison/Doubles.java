package io.tributary.activities.comparison;

import org.jspecify.annotations.Nullable;

/** Doubles as engines print them, told apart bit by bit. */
final class Doubles {
  private Doubles() {}

  /** Returns a row's hash and the bits of the doubles behind it. */
  static String identity(Cells row) {
    StringBuilder identity = new StringBuilder(row.text(1));
    for (int column = 2; column < row.values().size(); column++) {
      identity.append(' ').append(bits(row.nullable(column)));
    }
    return identity.toString();
  }

  /** Returns the bits in hex, empty for NULL; every NaN is the same. */
  static String bits(@Nullable String value) {
    return value == null ? "" : Long.toHexString(Double.doubleToLongBits(parse(value)));
  }

  private static double parse(String value) {
    return switch (value) {
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(value);
    };
  }
}
