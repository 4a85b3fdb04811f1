package io.tributary.workflows.job;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes histories where {@link ReplayTest} finds them. */
public final class Histories {
  private final TestServer server;
  private final String release;

  /** Writes those of a release, {@code 0.1} and so on, given as {@code -Dtributary.release}. */
  public Histories(TestServer server) {
    this.server = server;
    this.release = System.getProperty("tributary.release", "");
    if (!release.matches("\\d+\\.\\d+")) {
      throw new IllegalStateException("say which release: -Dtributary.release=0.1");
    }
  }

  /** Writes one; a file that exists is a released one and stays. */
  public void write(String workflowId, String name) throws IOException {
    WorkflowExecutionHistory history = server.client().fetchHistory(workflowId);
    HistoryEvent started = history.getEvents().getFirst();
    String type = started.getWorkflowExecutionStartedEventAttributes().getWorkflowType().getName();
    Path file = ReplayTest.HISTORIES.resolve(type).resolve(release + "-" + name + ".json");
    if (Files.exists(file)) {
      throw new IOException(file + " exists: a released history is not written again");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, history.toJson(false));
  }
}
