package io.tributary.sandbox.dataapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file {@code executions.jsonl}: a line for every statement that really began in PostgreSQL and
 * one for its end. Tests read from it that nothing was lost or repeated.
 */
final class ExecutionLog {
  private final ObjectMapper json = new ObjectMapper();
  private final Path file;

  ExecutionLog(Path file) {
    this.file = file;
  }

  /**
   * Adds a line.
   *
   * @param id the statement's id, {@code <id>:<n>} in a batch
   * @param sql the text as sent
   * @param event STARTED, FINISHED, FAILED or ABORTED
   */
  void add(String id, String sql, Submission submission, String event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().toString());
    line.put("statementId", id);
    line.put("name", submission.name());
    line.put("token", submission.token());
    line.put("sha256", sha256(sql));
    line.put("event", event);
    line.put("workgroup", submission.target().workgroup());
    line.put("database", submission.target().database());
    try {
      // One write of one line to a file opened for appending is not torn by another.
      Files.write(
          file,
          (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
