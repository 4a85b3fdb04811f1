package io.tributary.bench.kill;

import io.tributary.bench.kill.RefreshRound.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Kills the worker with SIGKILL at random instants of refreshes, as often as asked for, and counts
 * the statements that were lost or repeated.
 */
public final class KillCampaign {
  /** Refreshes take at least this long, so that a random instant falls into every part of one. */
  private static final int REFRESH_MILLIS = 400;

  /** From the start of a worker to its kill, at most. */
  private static final int LIFE_MILLIS = 6_000;

  private KillCampaign() {}

  /**
   * What a campaign counted.
   *
   * @param kills how often the worker was killed while a refresh was under way
   * @param rounds refreshes
   * @param refreshed views refreshed in all
   * @param lost refreshes that the report claims and the sandbox did not see
   * @param repeated refreshes that ran twice
   * @param hung runs that did not end
   * @param broken results or reports that were not whole
   */
  public record Count(
      int kills, int rounds, int refreshed, int lost, int repeated, int hung, List<String> broken) {

    /** Returns whether everything was as promised. */
    public boolean good() {
      return lost == 0 && repeated == 0 && hung == 0 && broken.isEmpty() && refreshed > 0;
    }

    private Count plus(int killed, Outcome outcome) {
      return new Count(
          kills + killed,
          rounds + 1,
          refreshed + outcome.refreshed(),
          lost + outcome.lost(),
          repeated + outcome.repeated(),
          hung + (outcome.hung() ? 1 : 0),
          java.util.stream.Stream.concat(broken.stream(), outcome.broken().stream()).toList());
    }
  }

  /**
   * Runs refreshes until the worker was killed often enough.
   *
   * @param up what is killed
   * @param kills how often
   * @param random gives the instants; its seed makes a campaign repeatable up to the machine's pace
   */
  public static Count run(RunningUp up, int kills, Random random)
      throws IOException, InterruptedException {
    up.control(
        "POST",
        "faults",
        """
        {"service":"redshift-data","sql":"(?i)^refresh materialized view","kind":"slow",\
        "millis":%d,"times":1000000,"probability":1.0}"""
            .formatted(REFRESH_MILLIS));
    Count count = new Count(0, 0, 0, 0, 0, 0, List.of());
    while (count.kills() < kills) {
      RefreshRound round = RefreshRound.start(up);
      int killed = 0;
      while (!round.ended() && count.kills() + killed < kills) {
        Thread.sleep(random.nextInt(LIFE_MILLIS));
        if (!round.ended()) {
          up.awaitWorkerOtherThan(up.killWorker());
          killed++;
        }
      }
      count = count.plus(killed, round.finish());
      System.out.printf(
          "kills %d  refreshes %d  lost %d  repeated %d  hung %d  broken %d%n",
          count.kills(),
          count.refreshed(),
          count.lost(),
          count.repeated(),
          count.hung(),
          count.broken().size());
    }
    return count;
  }

  /** Runs the campaign: {@code [kills] [seed]}. */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Path state = Files.createTempDirectory("tributary-kill-").resolve("state");
    try (RunningUp up = RunningUp.start(Path.of("").toAbsolutePath(), state, List.of())) {
      Count count = run(up, kills, new Random(seed));
      count.broken().forEach(System.out::println);
      System.out.printf(
          "%d kills on the %s server: lost %d, repeated %d, hung %d, broken %d%n",
          count.kills(),
          up.facts().get("temporalKind").asText(),
          count.lost(),
          count.repeated(),
          count.hung(),
          count.broken().size());
      if (!count.good()) {
        throw new IllegalStateException("the promise does not hold");
      }
    }
  }
}
