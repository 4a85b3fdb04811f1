package io.tributary.activities.comparison;

import static io.tributary.activities.comparison.Kind.BOOLEAN;
import static io.tributary.activities.comparison.Kind.DATE;
import static io.tributary.activities.comparison.Kind.DECIMAL;
import static io.tributary.activities.comparison.Kind.FLOAT;
import static io.tributary.activities.comparison.Kind.INTEGER;
import static io.tributary.activities.comparison.Kind.PADDED;
import static io.tributary.activities.comparison.Kind.TEXT;
import static io.tributary.activities.comparison.Kind.TIMESTAMP;
import static io.tributary.activities.comparison.Kind.ZONED;

import java.util.EnumSet;
import java.util.Set;

/**
 * The canonical form in which two columns are compared: both engines write the same text for the
 * same value, and different texts for different ones.
 */
public enum Form {
  /** Numbers without trailing zeros. */
  NUMBER("exactly, as numbers", true),
  /** Doubles, fetched and compared bit by bit: no text of theirs is the same on two engines. */
  DOUBLE("exactly, bit by bit as doubles", true),
  /** Days since 1970. */
  DAY("exactly, as days", true),
  /** Microseconds since 1970 in UTC. */
  INSTANT("exactly, to the microsecond in UTC", true),
  /** Microseconds since midnight. */
  CLOCK("exactly, to the microsecond", true),
  /** Text, every blank and letter case counts. */
  EXACT_TEXT("exactly, as text", true),
  /** Text without blanks at its end, because one side pads with them. */
  PADDED_TEXT("as text without trailing blanks, because a side pads with them", false),
  /** 0 or 1. */
  FLAG("exactly, as truth values", true),
  /** Lower case. */
  UUID("exactly, as UUIDs", true),
  /** Upper hex. */
  HEX("exactly, as bytes", true),
  /** Whatever the engines print; equal texts mean equal values, unequal ones perhaps not. */
  OWN_TEXT(
      "by the text each engine prints: equal is certain, a difference may be one of form", false);

  private static final Set<Kind> NUMBERS = EnumSet.of(INTEGER, DECIMAL);
  private static final Set<Kind> TIMES = EnumSet.of(DATE, TIMESTAMP, ZONED);
  private static final Set<Kind> TEXTS = EnumSet.of(TEXT, PADDED);

  private final String words;
  private final boolean exact;

  Form(String words, boolean exact) {
    this.words = words;
    this.exact = exact;
  }

  /** Returns how it compares, for people. */
  public String words() {
    return words;
  }

  /** Returns whether a difference in this form is always one of the values. */
  public boolean exact() {
    return exact;
  }

  /** Returns whether values may hold the characters that join a row. */
  boolean needsEscape() {
    return this == EXACT_TEXT || this == PADDED_TEXT || this == UUID || this == OWN_TEXT;
  }

  /** Returns the form in which both kinds can be compared. */
  static Form of(Kind left, Kind right) {
    Set<Kind> both = EnumSet.of(left, right);
    if (both.contains(FLOAT)) {
      return within(both, EnumSet.of(FLOAT, INTEGER, DECIMAL)) ? DOUBLE : OWN_TEXT;
    }
    if (both.size() == 1) {
      return same(left);
    }
    if (within(both, NUMBERS) || both.equals(EnumSet.of(BOOLEAN, INTEGER))) {
      return NUMBER;
    }
    if (within(both, TIMES)) {
      return INSTANT;
    }
    if (within(both, TEXTS)) {
      return PADDED_TEXT;
    }
    return both.equals(EnumSet.of(Kind.UUID, TEXT)) ? UUID : OWN_TEXT;
  }

  private static boolean within(Set<Kind> kinds, Set<Kind> allowed) {
    return allowed.containsAll(kinds);
  }

  private static Form same(Kind kind) {
    return switch (kind) {
      case INTEGER, DECIMAL -> NUMBER;
      case FLOAT -> DOUBLE;
      case DATE -> DAY;
      case TIMESTAMP, ZONED -> INSTANT;
      case TIME -> CLOCK;
      case TEXT -> EXACT_TEXT;
      case PADDED -> PADDED_TEXT;
      case BOOLEAN -> FLAG;
      case UUID -> UUID;
      case BINARY -> HEX;
      case OTHER -> OWN_TEXT;
    };
  }
}
