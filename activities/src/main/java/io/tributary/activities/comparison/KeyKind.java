package io.tributary.activities.comparison;

/** How rows are told apart, which is a bigint on both sides in any case. */
public enum KeyKind {
  /** By one integer column: rows are read by ranges of it. */
  INTEGER,
  /** By the hash of the key's columns: no engine's collation matters. */
  HASHED,
  /** There is no key: rows are a multiset, told apart by the hash of the whole row. */
  NONE
}
