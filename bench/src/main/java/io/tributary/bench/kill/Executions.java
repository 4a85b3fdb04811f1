package io.tributary.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sandbox's own log of what was really executed, {@code executions.jsonl}: the witness that is
 * not ours.
 */
public final class Executions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Path file;
  private final long from;

  /** Reads the log of a state folder from its present end on. */
  public Executions(Path state) throws IOException {
    this(state, size(state.resolve("executions.jsonl")));
  }

  /** Reads the log of a state folder from a byte on. */
  public Executions(Path state, long from) {
    this.file = state.resolve("executions.jsonl");
    this.from = from;
  }

  /**
   * One line.
   *
   * @param statementId the Data API's id
   * @param name the statement's name, may be empty
   * @param sha256 of the SQL text
   * @param event STARTED, FINISHED, FAILED or ABORTED
   */
  public record Execution(String statementId, String name, String sha256, String event) {}

  /** Returns the lines since then. */
  public List<Execution> sinceMark() throws IOException {
    byte[] all = Files.readAllBytes(file);
    String text = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    List<Execution> found = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.endsWith("}")) {
        JsonNode node = JSON.readTree(line);
        found.add(
            new Execution(
                node.path("statementId").asText(),
                node.path("name").asText(),
                node.path("sha256").asText(),
                node.path("event").asText()));
      }
    }
    return found;
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
