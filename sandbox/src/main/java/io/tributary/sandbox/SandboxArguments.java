package io.tributary.sandbox;

import io.tributary.sandbox.SandboxOptions.TemporalOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

/** Reads the command line of the sandbox. */
final class SandboxArguments {
  static final String USAGE =
      """
      usage: java io.tributary.sandbox.Sandbox --state DIR
        [--port 0] [--account 111122223333] [--region us-west-2] [--scale 0.01]
        [--temporal auto|in-process|download|none|PATH] [--namespace NAME]... [--search-attribute NAME=TYPE]...
        [--time-scale 1.0] [--trouble] [--child]
      """;

  private static final List<String> FLAGS = List.of("--trouble", "--child");
  private static final List<String> OPTIONS =
      List.of(
          "--state",
          "--port",
          "--account",
          "--region",
          "--scale",
          "--temporal",
          "--namespace",
          "--search-attribute",
          "--time-scale");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\w+=(Text|Keyword|KeywordList|Int|Double|Bool|Datetime)");

  private final Map<String, List<String>> given = new LinkedHashMap<>();

  private SandboxArguments() {}

  /**
   * Reads the command line.
   *
   * @throws SandboxFailure naming the first option that is unknown, missing or wrong
   */
  static SandboxOptions read(String... arguments) {
    var reader = new SandboxArguments();
    reader.collect(arguments);
    return reader.options();
  }

  private void collect(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      var name = arguments[i];
      if (FLAGS.contains(name)) {
        given.put(name, List.of());
      } else if (!OPTIONS.contains(name)) {
        throw new SandboxFailure("Unknown option " + name + "; the options are:\n" + USAGE.strip());
      } else if (i + 1 == arguments.length) {
        throw new SandboxFailure("The option " + name + " needs a value");
      } else {
        given.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments[++i]);
      }
    }
  }

  private SandboxOptions options() {
    if (!given.containsKey("--state")) {
      throw new SandboxFailure(
          "The option --state is missing: the folder the sandbox keeps its state in");
    }
    return new SandboxOptions(
        Path.of(last("--state", "")),
        (int) number("--port", "0", n -> n >= 0 && n <= 65_535 && n == Math.rint(n), "0 to 65535"),
        matching("--account", last("--account", "111122223333"), ACCOUNT, "twelve digits"),
        last("--region", "us-west-2"),
        number("--scale", "0.01", n -> n > 0 && n <= 10, "above 0 and at most 10"),
        number("--time-scale", "1.0", n -> n > 0 && n <= 100_000, "above 0 and at most 100000"),
        given.containsKey("--trouble"),
        new TemporalOptions(last("--temporal", "auto"), all("--namespace"), attributes()),
        given.containsKey("--child"));
  }

  private List<String> attributes() {
    return all("--search-attribute").stream()
        .map(a -> matching("--search-attribute", a, ATTRIBUTE, "such as Name=Keyword"))
        .toList();
  }

  private List<String> all(String name) {
    return given.getOrDefault(name, List.of());
  }

  private String last(String name, String standard) {
    var values = all(name);
    return values.isEmpty() ? standard : values.getLast();
  }

  private double number(String name, String standard, DoublePredicate valid, String accepted) {
    var text = last(name, standard);
    try {
      double value = Double.parseDouble(text);
      if (valid.test(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, with what would be accepted.
    }
    throw new SandboxFailure("The option " + name + " is " + text + "; it must be " + accepted);
  }

  private static String matching(String name, String value, Pattern pattern, String accepted) {
    if (!pattern.matcher(value).matches()) {
      throw new SandboxFailure("The option " + name + " is " + value + "; it must be " + accepted);
    }
    return value;
  }
}
