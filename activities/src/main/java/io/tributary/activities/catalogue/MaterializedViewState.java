package io.tributary.activities.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column {@code state} of {@code SVV_MV_INFO}: {@code r_SVV_MV_INFO} of the developer guide.
 *
 * @param code the number
 * @param incremental whether a refresh applies what changed instead of computing all of it
 * @param unrefreshable why it cannot be refreshed any more, and the way out; null where it can
 */
record MaterializedViewState(int code, boolean incremental, @Nullable String unrefreshable) {
  private static final String WAY_OUT =
      "; put it back, or change the view's query in the specification and run `tributary up` or the"
          + " rollout again, which makes the view anew";

  private static final List<MaterializedViewState> KNOWN =
      List.of(
          new MaterializedViewState(0, false, null),
          new MaterializedViewState(1, true, null),
          gone(101, "a column that it reads was dropped"),
          gone(102, "the type of a column that it reads was changed"),
          gone(103, "a table that it reads was renamed"),
          gone(104, "a column that it reads was renamed"),
          gone(105, "a schema that it reads was renamed"));

  private static MaterializedViewState gone(int code, String why) {
    return new MaterializedViewState(code, false, why + " (state " + code + ")" + WAY_OUT);
  }

  /** Returns what a number means; an unknown one from 100 on is not refreshable. */
  static MaterializedViewState of(int code) {
    for (MaterializedViewState state : KNOWN) {
      if (state.code() == code) {
        return state;
      }
    }
    return code >= 100
        ? gone(code, "the warehouse says so without a reason that is documented")
        : new MaterializedViewState(code, false, null);
  }
}
