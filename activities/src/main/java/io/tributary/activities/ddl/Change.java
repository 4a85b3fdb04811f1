package io.tributary.activities.ddl;

import java.util.List;

/**
 * One line of what stands between the warehouse and the specification.
 *
 * @param action what is done
 * @param kind what kind of object
 * @param name its name, {@code schema.object} where it is in a schema
 * @param why one sentence for people
 * @param sqls the statements, none where nothing is done
 */
public record Change(Action action, ObjectKind kind, String name, String why, List<String> sqls) {
  /** What is done with an object. */
  public enum Action {
    /** It is made. */
    CREATE,
    /** It is replaced in one transaction. */
    REPLACE,
    /** It is dropped to be made again further down. */
    DROP,
    /** It is as it should be. */
    KEEP,
    /** Tributary made it and the specification has it no longer: nothing is done. */
    ORPHAN
  }

  /** Returns whether this line changes the warehouse. */
  public boolean effective() {
    return !sqls.isEmpty();
  }
}
