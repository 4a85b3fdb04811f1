package io.tributary.activities.reconciliation;

import io.tributary.activities.evidence.RunEvidence;
import io.tributary.activities.report.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The files of single tables in the evidence of a run. */
final class TableFiles {
  private static final int LONGEST = 120;

  private final RunEvidence run;

  TableFiles(RunEvidence run) {
    this.run = run;
  }

  String location(String table, int look) {
    return run.location(TableDetails.file(table, look));
  }

  void write(TableDetails details) {
    run.add(TableDetails.file(details.result().table(), details.look()), Json.bytes(details));
  }

  Optional<TableDetails> read(String table, int look) {
    return run.read(TableDetails.file(table, look))
        .map(json -> Json.read(json, TableDetails.class));
  }

  /** Returns the newest look at a table. */
  Optional<TableDetails> newest(String table) {
    return read(table, 2).or(() -> read(table, 1));
  }

  /** Returns a name for a file; two tables never share one. */
  static String fit(String table) {
    String plain = table.replaceAll("[^A-Za-z0-9._-]", "_");
    if (plain.equals(table) && plain.length() <= LONGEST) {
      return plain;
    }
    String told = UUID.nameUUIDFromBytes(table.getBytes(StandardCharsets.UTF_8)).toString();
    return plain.substring(0, Math.min(LONGEST, plain.length())) + "-" + told.substring(0, 13);
  }
}
