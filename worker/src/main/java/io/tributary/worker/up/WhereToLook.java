package io.tributary.worker.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last thing that {@code up} prints: addresses, and what to try next. */
final class WhereToLook {
  private final Narrator narrator;
  private final Path state;

  WhereToLook(Narrator narrator, Path state) {
    this.narrator = narrator;
    this.state = state;
  }

  void tell(SandboxFile sandbox, @Nullable DemoReports reports) throws IOException {
    narrator.print("");
    narrator.print("Where to look");
    if (reports != null) {
      line("refresh", reports.refresh().toUri().toString());
      line("reconciliation", reports.reconciliation().toUri().toString());
    }
    line("all evidence", state.resolve("evidence").toUri().toString());
    UpFile up = UpFile.read(state).orElseThrow();
    line("Temporal", up.temporal() + ", namespace " + up.namespace());
    line(
        "Temporal UI",
        up.ui() == null
            ? "none: this server has no UI"
            : up.ui() + "/namespaces/" + up.namespace());
    line("worker", up.health() + " and " + up.metrics());
    line(
        "AWS",
        "source "
            + state.resolve("sandbox.env")
            + "; aws --endpoint-url "
            + sandbox.aws()
            + " redshift-data list-statements");
    line("warehouse", "psql " + sandbox.warehouse().psql());
    narrator.print(
        "                  (shows the PostgreSQL underneath; Redshift's dialect is on the Data API only)");
    for (Map.Entry<String, SandboxFile.Source> source : sandbox.sources().entrySet()) {
      line("source " + source.getKey(), "psql " + source.getValue().psql());
    }
    narrator.print("");
    narrator.print("Try next, in another terminal");
    narrator.print("  ./tributary status");
    narrator.print("  ./tributary start reconciliation --table aurora.public.orders");
    narrator.print("  ./tributary examples refresh");
    narrator.print("");
    narrator.print("Ctrl-C stops everything.");
  }

  private void line(String name, String value) {
    narrator.print("  %-15s %s".formatted(name, value));
  }
}
