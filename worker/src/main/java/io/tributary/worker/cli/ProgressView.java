package io.tributary.worker.cli;

import io.tributary.workflows.job.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows progress: on a terminal one line that is rewritten, elsewhere a line for each item that
 * changes its state.
 */
public final class ProgressView implements Consumer<Progress> {
  private static final int BAR = 20;
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean rewrite;
  private String last = "";
  private List<String> told = new ArrayList<>();

  /** Makes the view of one run. */
  public ProgressView(PrintWriter out, boolean rewrite) {
    this.out = out;
    this.rewrite = rewrite;
  }

  @Override
  public void accept(Progress progress) {
    if (rewrite) {
      String line = line(progress);
      if (!line.equals(last)) {
        out.print("\r\u001b[2K" + line);
        out.flush();
        last = line;
      }
    } else {
      tellChanges(progress);
    }
  }

  /** Ends the rewritten line, so that what follows begins on a line of its own. */
  public void done() {
    if (rewrite && !last.isEmpty()) {
      out.print("\r\u001b[2K");
      out.flush();
      last = "";
    }
  }

  private void tellChanges(Progress progress) {
    List<String> now = new ArrayList<>();
    for (Progress.Item item : progress.items()) {
      now.add(item.name() + " " + item.state());
    }
    for (int i = 0; i < now.size(); i++) {
      Progress.Item item = progress.items().get(i);
      if (!told.contains(now.get(i)) && !item.state().equals("WAITING")) {
        out.println("  %s %s%s".formatted(item.state(), item.name(), note(item)));
      }
    }
    told = now;
  }

  private static String note(Progress.Item item) {
    return item.note().isEmpty() ? "" : ": " + item.note();
  }

  private static String line(Progress progress) {
    int total = Math.max(progress.total(), 1);
    int filled = Math.min(BAR, BAR * progress.done() / total);
    StringBuilder line = new StringBuilder("  ");
    line.append("█".repeat(filled)).append("░".repeat(BAR - filled));
    line.append(" %d/%d  ".formatted(progress.done(), progress.total()));
    List<String> running =
        progress.items().stream()
            .filter(item -> item.state().equals("RUNNING"))
            .map(Progress.Item::name)
            .toList();
    line.append(running.isEmpty() ? progress.phase() : String.join(", ", running));
    return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line.toString();
  }
}
