package io.tributary.workflows.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current details of a run in Temporal's Markdown: what runs, what waits, what to do next. */
record RunDetails(String title, String run, String phase, String next, @Nullable String report) {
  /** The UI takes 20 KB; those that are not finished come first. */
  private static final int LINES = 40;

  String markdown(List<Progress.Item> items, int done) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(title).append("** ").append(run).append("\n\n");
    text.append("Now: ").append(phase);
    if (!items.isEmpty()) {
      text.append(" (").append(done).append(" of ").append(items.size()).append(" done)");
    }
    text.append("\n\n");
    if (!next.isEmpty()) {
      text.append("Next: ").append(next).append("\n\n");
    }
    if (report != null) {
      text.append("Report: [").append(report).append("](").append(report).append(")\n\n");
    }
    table(items, text);
    return text.toString();
  }

  private static void table(List<Progress.Item> items, StringBuilder text) {
    if (items.isEmpty()) {
      return;
    }
    text.append("| name | state | note |\n|---|---|---|\n");
    for (Progress.Item item : items.subList(0, Math.min(LINES, items.size()))) {
      text.append("| ").append(item.name()).append(" | ").append(item.state()).append(" | ");
      text.append(cell(item.note())).append(" |\n");
    }
    if (items.size() > LINES) {
      text.append("\nand ").append(items.size() - LINES).append(" more\n");
    }
  }

  private static String cell(String note) {
    String line = note.replace("|", "\\|").replace("\n", " ");
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }
}
