package io.tributary.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tributary.bench.kill.KillCampaign.Count;
import io.tributary.bench.kill.RefreshRound.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worker is killed with SIGKILL while the sandbox lives. Afterwards every refresh has run once,
 * as the sandbox's own log says, the report is whole, and no run hangs.
 */
@Timeout(900)
class KilledWorkerTest {
  private static final String REFRESH = "(?i)^refresh materialized view";
  private static final int RANDOM_KILLS = 30;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static RunningUp up;
  private static Set<String> refreshHashes;

  @BeforeAll
  static void start() throws Exception {
    up =
        RunningUp.start(
            Path.of(System.getProperty("tributary.root")), folder.resolve("state"), List.of());
    if (!up.facts().get("temporalKind").asText().equals("in-process")) {
      System.out.println("real Temporal server: KilledWorkerTest");
    }
    refreshHashes = learnRefreshes();
  }

  @AfterAll
  static void stop() {
    up.close();
  }

  @AfterEach
  void removeFaults() throws Exception {
    up.control("DELETE", "faults", "");
  }

  @Test
  void killedAfterTheStatementWasAcceptedAndBeforeTheAnswer() throws Exception {
    fault("lost-answer", "\"operation\":\"ExecuteStatement\",", 50);
    RefreshRound round = RefreshRound.start(up);
    up.await("an accepted refresh", () -> refreshes(round, "STARTED") > 0);
    long killed = up.killWorker();
    removeFaults();
    up.awaitWorkerOtherThan(killed);
    good(round.finish());
  }

  @Test
  void killedWhileTheStatementRuns() throws Exception {
    fault("slow", "\"millis\":3000,", 2);
    RefreshRound round = RefreshRound.start(up);
    up.await("a running refresh", () -> refreshes(round, "STARTED") > 0);
    assertThat(refreshes(round, "FINISHED")).isZero();
    up.awaitWorkerOtherThan(up.killWorker());
    good(round.finish());
  }

  @Test
  void killedBetweenTwoRefreshes() throws Exception {
    fault("slow", "\"millis\":500,", 100);
    RefreshRound round = RefreshRound.start(up);
    up.await("a finished refresh", () -> refreshes(round, "FINISHED") > 0);
    assertThat(round.ended()).isFalse();
    up.awaitWorkerOtherThan(up.killWorker());
    good(round.finish());
  }

  @Test
  void killedWhileTheReportIsWritten() throws Exception {
    boolean midWrite = false;
    for (int attempt = 0; attempt < 10 && !midWrite; attempt++) {
      long runs = runs();
      RefreshRound round = RefreshRound.start(up);
      up.await("the folder of the report", () -> runs() > runs || round.ended());
      long killed = up.killWorker();
      midWrite = !manifests(newestRun());
      up.awaitWorkerOtherThan(killed);
      good(round.finish());
    }
    assertThat(midWrite).as("a kill fell between the first file and the manifest").isTrue();
  }

  @Test
  void killedAtRandomInstants() throws Exception {
    Count count = KillCampaign.run(up, RANDOM_KILLS, new Random(20261123));
    assertThat(count.broken()).isEmpty();
    assertThat(count.kills()).isEqualTo(RANDOM_KILLS);
    assertThat(count.lost()).as("lost").isZero();
    assertThat(count.repeated()).as("repeated").isZero();
    assertThat(count.hung()).as("hung").isZero();
  }

  @Test
  void refreshesOnceUnderThrottlesAndLostAnswers() throws Exception {
    trouble("throttle", 0.05);
    trouble("lost-answer", 0.05);
    for (int round = 0; round < 3; round++) {
      good(RefreshRound.start(up).finish());
    }
  }

  @Test
  void secretsMaskedValuesAndEqualRowsAppearNowhere() throws Exception {
    Canaries canaries = new Canaries(up);
    assertThat(canaries.kinds()).hasSize(5);
    assertThat(canaries.workflows()).hasSize(6);
    assertThat(canaries.sightings()).isEmpty();
  }

  private static void good(Outcome outcome) {
    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.good()).as("%s", outcome).isTrue();
  }

  private static void fault(String kind, String more, int times) throws Exception {
    up.control(
        "POST",
        "faults",
        "{\"service\":\"redshift-data\",%s\"sql\":\"%s\",\"kind\":\"%s\",\"times\":%d,\"probability\":1.0}"
            .formatted(more, REFRESH, kind, times));
  }

  /** Counts the refreshes of a round, by the sandbox's log. */
  private static long refreshes(RefreshRound round, String event) throws IOException {
    return round.executions().sinceMark().stream()
        .filter(each -> each.event().equals(event))
        .filter(each -> refreshHashes.contains(each.sha256()))
        .count();
  }

  private static long runs() throws IOException {
    try (Stream<Path> runs = Files.list(up.evidence().resolve("sandbox/refresh"))) {
      return runs.filter(Files::isDirectory).count();
    }
  }

  private static Path newestRun() throws IOException {
    try (Stream<Path> runs = Files.list(up.evidence().resolve("sandbox/refresh"))) {
      return runs.filter(Files::isDirectory)
          .max(
              (one, other) ->
                  Long.compare(one.toFile().lastModified(), other.toFile().lastModified()))
          .orElseThrow();
    }
  }

  private static boolean manifests(Path run) {
    return Files.exists(run.resolve("manifest.json"));
  }

  private static void trouble(String kind, double probability) throws Exception {
    up.control(
        "POST",
        "faults",
        "{\"service\":\"redshift-data\",\"kind\":\"%s\",\"times\":100000,\"probability\":%s}"
            .formatted(kind, probability));
  }

  /** The hashes of all refreshes, from the reports of the demonstration's runs. */
  private static Set<String> learnRefreshes() throws IOException {
    Map<String, String> hashes = new HashMap<>();
    new Executions(up.state(), 0)
        .sinceMark()
        .forEach(each -> hashes.put(each.statementId(), each.sha256()));
    Set<String> refreshes = new HashSet<>();
    try (Stream<Path> reports = Files.walk(up.evidence().resolve("sandbox/refresh"))) {
      for (Path report : reports.filter(each -> each.endsWith("report.json")).toList()) {
        for (JsonNode id : new JsonMapper().readTree(report.toFile()).findValues("statementId")) {
          if (hashes.containsKey(id.asText())) {
            refreshes.add(hashes.get(id.asText()));
          }
        }
      }
    }
    assertThat(refreshes).as("refreshes of the demonstration").hasSizeGreaterThan(8);
    return refreshes;
  }
}
