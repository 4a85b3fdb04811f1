package io.tributary.workflows.environment;

import java.util.List;

/**
 * A role of the warehouse. Takes effect with the next governance run; grants that the specification
 * does not have are reported and only revoked when asked.
 *
 * @param name Its name.
 * @param members Users and other roles that have it. A user of an IAM role is {@code IAMR:<role>}.
 * @param grants What it may do.
 * @param denied Objects that it must not be able to read. Each is tried under the role, and the run
 *     is red when that works.
 */
public record Role(
    @Format(TextFormat.IDENTIFIER) String name,
    List<String> members,
    List<Grant> grants,
    List<String> denied) {

  /**
   * One right.
   *
   * @param privilege What may be done.
   * @param on A schema, or {@code schema.object}. Tables of an external schema cannot be granted
   *     one by one: name the schema.
   * @param columns The columns that may be read. Empty: all.
   */
  public record Grant(Privilege privilege, String on, List<String> columns) {}

  /** What may be done. */
  public enum Privilege {
    /** Look into a schema. */
    USAGE,
    /** Read. */
    SELECT,
    /** Add rows. */
    INSERT,
    /** Change rows. */
    UPDATE,
    /** Remove rows. */
    DELETE,
    /** Call a procedure or function. */
    EXECUTE,
    /** Make objects in a schema. */
    CREATE
  }
}
