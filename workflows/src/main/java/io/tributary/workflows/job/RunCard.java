package io.tributary.workflows.job;

import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run shows of itself: the query {@code progress}, current details, search attributes and
 * memo. It changes nothing else.
 */
public final class RunCard {
  private final Job job;
  private final String title;
  private final Map<String, Progress.Item> items = new LinkedHashMap<>();
  private final Set<String> done = new LinkedHashSet<>();
  private String run = "";
  private String phase = "starting";
  private String next = "";
  private @Nullable String report;

  /**
   * Makes the card; callable from a constructor, as it does nothing yet.
   *
   * @param title what runs, for people: {@code refresh of marts}
   */
  public RunCard(Job job, String title) {
    this.job = job;
    this.title = title;
  }

  /** Names the run and makes it findable. */
  public void begin() {
    run = name();
    Workflow.upsertTypedSearchAttributes(
        Attributes.JOB.valueSet(job.noun()), Attributes.STATUS.valueSet("RUNNING"));
    show();
  }

  /** Says for which environment it runs, once that is known. */
  public void environment(String environment) {
    Workflow.upsertTypedSearchAttributes(Attributes.ENVIRONMENT.valueSet(environment));
  }

  /** Returns the run's name in evidence and reports, {@code <date>-<8 hex>}. */
  public String run() {
    return run;
  }

  /**
   * Says what is under way.
   *
   * @param phase one word or sentence
   * @param next what a person may do now or who is waited for; empty if nothing
   */
  public void phase(String phase, String next) {
    this.phase = phase;
    this.next = next;
    show();
  }

  /** Adds or changes the line of an item. */
  public void item(String name, String state, String note) {
    items.put(name, new Progress.Item(name, state, note));
    done.remove(name);
    show();
  }

  /** Changes the line of an item that is finished. */
  public void finished(String name, String state, String note) {
    items.put(name, new Progress.Item(name, state, note));
    done.add(name);
    show();
  }

  /** Says where the report is. */
  public void report(String location) {
    report = location;
    show();
  }

  /** Says how it ended. */
  public void end(RunResult.Status status, String summary) {
    phase = status + ": " + summary;
    next = "";
    Workflow.upsertTypedSearchAttributes(Attributes.STATUS.valueSet(status.name()));
    Map<String, Object> memo = new TreeMap<>();
    memo.put("run", run);
    memo.put("summary", summary);
    if (report != null) {
      memo.put("report", report);
    }
    Workflow.upsertMemo(memo);
    show();
  }

  /** Returns the answer of the query. */
  public Progress progress() {
    return new Progress(
        job.noun(), run, phase, done.size(), items.size(), new ArrayList<>(items.values()));
  }

  private void show() {
    List<Progress.Item> lines = new ArrayList<>();
    for (Progress.Item item : items.values()) {
      if (!done.contains(item.name())) {
        lines.add(item);
      }
    }
    for (Progress.Item item : items.values()) {
      if (done.contains(item.name())) {
        lines.add(item);
      }
    }
    Workflow.setCurrentDetails(
        new RunDetails(title, run, phase, next, report).markdown(lines, done.size()));
  }

  private static String name() {
    Instant started = Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis());
    return Ids.runName(
        LocalDate.ofInstant(started, ZoneOffset.UTC),
        Workflow.getInfo().getOriginalExecutionRunId());
  }
}
