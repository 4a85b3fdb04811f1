package io.tributary.activities.comparison;

import java.util.Locale;

/** What a type is, whatever the engine calls it. */
public enum Kind {
  /** Whole numbers. */
  INTEGER,
  /** Exact numbers with a scale, fixed or free. */
  DECIMAL,
  /** Binary floating point. */
  FLOAT,
  /** Days. */
  DATE,
  /** Date and time without a zone. */
  TIMESTAMP,
  /** Instants. */
  ZONED,
  /** Time of day. */
  TIME,
  /** Text whose blanks count. */
  TEXT,
  /** Text padded with blanks. */
  PADDED,
  /** Truth values. */
  BOOLEAN,
  /** Universally unique identifiers. */
  UUID,
  /** Bytes. */
  BINARY,
  /** Anything else: known by its text only. */
  OTHER;

  /** Returns the kind of a type as the catalogues of PostgreSQL and Redshift call it. */
  static Kind of(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "smallint", "integer", "bigint" -> INTEGER;
      case "numeric", "decimal" -> DECIMAL;
      case "real", "double precision" -> FLOAT;
      case "date" -> DATE;
      case "timestamp without time zone", "timestamp" -> TIMESTAMP;
      case "timestamp with time zone", "timestamptz" -> ZONED;
      case "time without time zone", "time" -> TIME;
      case "character varying", "text", "varchar" -> TEXT;
      case "character", "char", "bpchar" -> PADDED;
      case "boolean" -> BOOLEAN;
      case "uuid" -> UUID;
      case "bytea", "varbyte", "binary varying" -> BINARY;
      default -> OTHER;
    };
  }
}
