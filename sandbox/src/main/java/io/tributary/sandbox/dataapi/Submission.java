package io.tributary.sandbox.dataapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asked for.
 *
 * @param sqls one text, or those of a batch
 * @param batch whether it came by BatchExecuteStatement
 * @param transaction whether the batch is one transaction
 * @param parameters values by name
 */
record Submission(
    List<String> sqls,
    boolean batch,
    boolean transaction,
    Map<String, String> parameters,
    @Nullable String name,
    @Nullable String token,
    Target target,
    String format) {

  /** Where it runs, and as whom. */
  record Target(
      @Nullable String workgroup,
      String database,
      @Nullable String secretArn,
      @Nullable String dbUser) {}
}
