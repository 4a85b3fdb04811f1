package io.tributary.worker.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The whole slice, with its real processes, on the production code paths. */
@Timeout(600)
class UpTest {
  private static final List<String> KEYS =
      List.of(
          "temporal",
          "ui",
          "namespace",
          "taskQueue",
          "aws",
          "temporalKind",
          "warehouse",
          "sources",
          "evidence",
          "health",
          "metrics",
          "workerPid",
          "sandboxPid",
          "version");

  @TempDir private Path folder = Path.of("");

  @Test
  void staysRestartsItsWorkerAndLeavesNothingBehind() throws Exception {
    Path state = folder.resolve("state");
    try (RunningUp up = RunningUp.start(state, folder.resolve("first.txt"), Map.of())) {
      up.awaitLine(line -> line.startsWith("Ctrl-C"));
      assertThat(up.text())
          .contains("no schedules")
          .contains("names exactly the 5 rows")
          .contains("shows the PostgreSQL underneath")
          .contains("file://")
          .doesNotContain("FAILED:");
      JsonNode facts = facts(state);
      assertThat(names(facts)).isSubsetOf(KEYS).containsAll(without("ui"));
      assertThat(facts.get("temporalKind").asText()).isEqualTo("in-process");

      assertThat(second(state)).contains("another \"tributary up\"").contains(state.toString());

      long worker = facts.get("workerPid").asLong();
      ProcessHandle.of(worker).orElseThrow().destroyForcibly();
      up.awaitLine(line -> line.contains("the worker (pid " + worker + ") died"));
      up.awaitLine(line -> line.contains("the worker is back"));
      assertThat(facts(state).get("workerPid").asLong()).isNotEqualTo(worker);

      List<ProcessHandle> started = started(up, state);
      assertThat(started).hasSize(4); // sandbox, worker and two databases
      up.terminate();
      assertThat(up.await()).isNotZero();
      for (ProcessHandle process : started) {
        var unused = process.onExit().get(20, TimeUnit.SECONDS);
      }
      assertThat(state.resolve("up.json")).doesNotExist();
    }
    showsAgainOnTheSameState(state);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRIBUTARY_TEMPORAL_CLI", matches = ".+")
  void showsOnARealServer() throws Exception {
    System.out.println("real Temporal server: UpTest");
    Map<String, String> variables =
        Map.of("TEMPORAL_CLI_PATH", System.getenv("TRIBUTARY_TEMPORAL_CLI"));
    Path state = folder.resolve("state");
    try (RunningUp up =
        RunningUp.start(state, folder.resolve("real.txt"), variables, "--once", "--fresh")) {
      assertThat(up.await()).as(up::text).isZero();
      assertThat(up.text()).contains("a dev server of").contains("names exactly the 5 rows");
    }
  }

  private void showsAgainOnTheSameState(Path state) throws Exception {
    try (RunningUp up = RunningUp.start(state, folder.resolve("again.txt"), Map.of(), "--once")) {
      assertThat(up.await()).as(up::text).isZero();
      List<String> last = up.lines().subList(up.lines().size() - 2, up.lines().size());
      assertThat(last.get(0)).startsWith("report refresh ");
      assertThat(last.get(1)).startsWith("report reconciliation ");
      for (String line : last) {
        assertThat(Path.of(line.substring(line.lastIndexOf(' ') + 1))).isRegularFile();
      }
    }
    assertThat(secrets(state)).isNotEmpty();
    assertThat(logsWith(state, secrets(state))).isEmpty();
  }

  private String second(Path state) throws Exception {
    try (RunningUp second = RunningUp.start(state, folder.resolve("second.txt"), Map.of())) {
      assertThat(second.await()).isEqualTo(2);
      assertThat(second.lines()).hasSize(1);
      return second.text();
    }
  }

  /** The databases are no descendants: a PostgreSQL leaves the process that started it. */
  private static List<ProcessHandle> started(RunningUp up, Path state) throws IOException {
    List<ProcessHandle> all =
        new ArrayList<>(ProcessHandle.of(up.pid()).orElseThrow().descendants().toList());
    for (String database : List.of("aurora", "warehouse")) {
      Path file = state.resolve(database).resolve("data/postmaster.pid");
      all.add(ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow());
    }
    return all;
  }

  /** The passwords that the sandbox keeps in its vault. */
  private static List<String> secrets(Path state) throws IOException {
    List<String> found = new ArrayList<>();
    var matcher =
        Pattern.compile("password\\W+([A-Za-z0-9]{16,})")
            .matcher(Files.readString(state.resolve("secrets.json")));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<Path> logsWith(Path state, List<String> secrets) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> logs = Files.list(state);
        Stream<Path> evidence = Files.walk(state.resolve("evidence"))) {
      for (Path file : Stream.concat(logs, evidence).filter(Files::isRegularFile).toList()) {
        boolean open = file.toString().endsWith(".log") || file.toString().contains("evidence");
        if (open && secrets.stream().anyMatch(text(file)::contains)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode facts(Path state) throws IOException {
    return JsonMapper.builder().build().readTree(state.resolve("up.json").toFile());
  }

  private static List<String> names(JsonNode facts) {
    List<String> names = new ArrayList<>();
    facts.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> without(String key) {
    return KEYS.stream().filter(name -> !name.equals(key)).toList();
  }
}
