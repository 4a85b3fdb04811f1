package io.tributary.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tributary.activities.payload.Payloads;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.workflows.environment.ReconciliationGroup;
import io.tributary.workflows.environment.RefreshGroup;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = "Show the last run of every job of an environment.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary status --watch",
      "",
      "Exit codes: 0 shown, 2 bad input or Temporal does not answer."
    })
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-16s %-14s %-16s %-21s %8s  %s";
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Shell shell;

  @Mixin private SiteOptions site = new SiteOptions();

  @Option(names = "--watch", description = "Show it again every second, until Ctrl-C.")
  private boolean watch;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws JsonProcessingException, InterruptedException {
    Site at = site.site(shell);
    try (TemporalConnection temporal =
        TemporalConnection.open(at.temporal(), Payloads.converter())) {
      do {
        show(at, temporal);
        if (watch) {
          Thread.sleep(EVERY);
        }
      } while (watch);
    }
    return ExitCodes.DONE;
  }

  private void show(Site at, TemporalConnection temporal) throws JsonProcessingException {
    List<Line> lines = new ArrayList<>();
    for (Job job : Job.values()) {
      for (String subject : subjects(at, job)) {
        String id = Ids.runId(at.spec().name(), job, subject);
        lines.add(new Line(job.noun(), subject, RunStatus.of(temporal.client(), id)));
      }
    }
    if (json) {
      printJson(lines);
    } else {
      printTable(at, lines);
    }
  }

  /** One row of the table. */
  private record Line(String job, String subject, RunStatus run) {}

  private static List<String> subjects(Site at, Job job) {
    return switch (job) {
      case REFRESH -> at.spec().refreshGroups().stream().map(RefreshGroup::name).toList();
      case RECONCILIATION ->
          at.spec().reconciliationGroups().stream().map(ReconciliationGroup::name).toList();
    };
  }

  private void printTable(Site at, List<Line> lines) {
    StringBuilder table = new StringBuilder();
    if (watch && shell.interactive()) {
      table.append("\u001b[H\u001b[2J");
    }
    table.append("environment %s at %s%n".formatted(at.spec().name(), at.temporal().address()));
    table.append(ROW.formatted("JOB", "SUBJECT", "STATE", "STARTED", "TOOK", "")).append('\n');
    for (Line line : lines) {
      table.append(
          ROW.formatted(
                  line.job(),
                  line.subject(),
                  line.run().state(),
                  line.run().started() == null
                      ? "-"
                      : line.run().started().truncatedTo(ChronoUnit.SECONDS),
                  took(line.run()),
                  line.run().detail())
              .stripTrailing());
      table.append('\n');
    }
    shell.out().print(table);
    shell.out().flush();
  }

  private void printJson(List<Line> lines) throws JsonProcessingException {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Line line : lines) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("job", line.job());
      one.put("subject", line.subject());
      one.put("workflowId", line.run().workflowId());
      one.put("state", line.run().state());
      one.put("started", text(line.run().started()));
      one.put("ended", text(line.run().ended()));
      one.put("detail", line.run().detail());
      all.add(one);
    }
    shell.out().println(JsonMapper.builder().build().writeValueAsString(all));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static String took(RunStatus run) {
    if (run.started() == null) {
      return "-";
    }
    Instant end = run.ended() == null ? Instant.now() : run.ended();
    return "%.1f s".formatted(Duration.between(run.started(), end).toMillis() / 1000.0);
  }
}
