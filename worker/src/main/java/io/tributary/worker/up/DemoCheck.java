package io.tributary.worker.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tributary.workflows.reconciliation.TableResult.Verdict;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the reports as any program would, and holds them against what really happened. */
final class DemoCheck {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DemoCheck() {}

  /** Every kind of view that the demonstration has must be told apart, and none may fail. */
  static void refreshed(Path page) throws DemoFailure {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    for (JsonNode view : json(page).path("result").path("views")) {
      Outcome outcome = Outcome.valueOf(view.path("outcome").asText());
      outcomes.add(outcome);
      if (outcome == Outcome.FAILED || outcome == Outcome.CANCELLED) {
        throw new DemoFailure(
            "%s was not refreshed: %s (%s)"
                .formatted(view.path("view").asText(), view.path("error").asText(), page));
      }
    }
    require(outcomes, EnumSet.of(Outcome.INCREMENTAL, Outcome.RECOMPUTED), "was refreshed", page);
    require(outcomes, EnumSet.of(Outcome.FRESH, Outcome.ALREADY_FRESH), "was fresh already", page);
    require(outcomes, EnumSet.of(Outcome.UNREFRESHABLE), "lost its column", page);
  }

  /** Returns the rows that a reconciliation names, as {@code table key}. */
  static SortedSet<String> differing(Path page) throws DemoFailure {
    SortedSet<String> rows = new TreeSet<>();
    for (JsonNode table : json(page).path("details")) {
      JsonNode result = table.path("result");
      String name = result.path("table").asText();
      Verdict verdict = Verdict.valueOf(result.path("verdict").asText());
      if (verdict == Verdict.ERROR) {
        throw new DemoFailure(
            "%s could not be compared: %s (%s)"
                .formatted(name, result.path("error").asText(), page));
      }
      for (JsonNode difference : table.path("comparison").path("differences")) {
        rows.add(name.substring(name.lastIndexOf('.') + 1) + " " + key(difference));
      }
    }
    return rows;
  }

  /** A key's part is on the side that has the row. */
  private static String key(JsonNode difference) {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : difference.path("key")) {
      JsonNode left = part.path("left");
      parts.add(left.isTextual() ? left.asText() : part.path("right").asText());
    }
    return String.join("/", parts);
  }

  static void namesExactly(SortedSet<String> expected, SortedSet<String> named) throws DemoFailure {
    if (!named.equals(expected)) {
      throw new DemoFailure(
          "the second report names the rows %s, and changed were %s".formatted(named, expected));
    }
  }

  private static void require(Set<Outcome> seen, Set<Outcome> oneOf, String what, Path page)
      throws DemoFailure {
    if (oneOf.stream().noneMatch(seen::contains)) {
      throw new DemoFailure(
          "the report shows no view that %s: %s (%s)".formatted(what, seen, page));
    }
  }

  private static JsonNode json(Path page) throws DemoFailure {
    Path file = page.resolveSibling("report.json");
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new DemoFailure("the report " + file + " cannot be read: " + e.getMessage());
    }
  }
}
