package io.tributary.activities.ddl;

/** Kinds of objects that the specification makes in the warehouse. */
public enum ObjectKind {
  /** An ordinary schema. */
  SCHEMA,
  /** A schema over a federated source. */
  EXTERNAL_SCHEMA,
  /** A late-binding view. */
  VIEW,
  /** A materialized view. */
  MATERIALIZED_VIEW
}
