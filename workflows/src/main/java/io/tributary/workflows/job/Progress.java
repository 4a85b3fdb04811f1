package io.tributary.workflows.job;

import java.util.List;

/**
 * What a run is doing now: the answer of the query {@code progress}, which the command line and the
 * details in the UI show.
 *
 * @param job the job's noun
 * @param run its name in the evidence, empty before it is known
 * @param phase one word or sentence: what is under way
 * @param done finished items
 * @param total all items, 0 while unknown
 * @param items one line per item that is worth naming
 */
public record Progress(
    String job, String run, String phase, int done, int total, List<Item> items) {
  /**
   * One view, table or step.
   *
   * @param name its name
   * @param state a word such as RUNNING, DONE, FAILED
   * @param note one sentence, may be empty
   */
  public record Item(String name, String state, String note) {}
}
