package io.tributary.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents say, holds: their paths exist, and their commands parse. */
class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("tributary.root"));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:\\$ )?\\./tributary ([^\\n#]+?)\\s*(?:#.*)?$");
  private static final Pattern INLINE = Pattern.compile("`\\./tributary ([^`]+)`");

  static Stream<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("docs", "workflows", "bench")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(DocumentationTest::isDocument).forEach(found::add);
      }
    }
    try (Stream<Path> files = Files.list(ROOT)) {
      files.filter(DocumentationTest::isDocument).forEach(found::add);
    }
    return found.stream();
  }

  @Test
  void theReadmeNamesItsTwoCommands() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md")))
        .contains("./tributary up", "mvn verify");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void pathsExist(Path document) {
    Path folder = Objects.requireNonNull(document.toAbsolutePath().getParent());
    Matcher links = LINK.matcher(text(document));
    List<String> missing = new ArrayList<>();
    while (links.find()) {
      String target = links.group(1);
      if (!target.matches("[a-z]+:.*") && !Files.exists(folder.resolve(target))) {
        missing.add(target);
      }
    }
    assertThat(missing).as("links of %s that lead nowhere", document).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void commandsParse(Path document) {
    String text = text(document);
    List<String> wrong = new ArrayList<>();
    Stream.of(COMMAND, INLINE)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(result -> result.group(1))
        .filter(line -> !line.contains("…") && !line.contains("<"))
        .forEach(line -> problem(line).ifPresent(wrong::add));
    assertThat(wrong).as("commands of %s that the command line refuses", document).isEmpty();
  }

  @Test
  void aCommandThatDoesNotExistWouldBeFound() {
    assertThat(problem("start refreshh")).isPresent();
    assertThat(problem("start refresh --no-such-option")).isPresent();
    assertThat(problem("status")).isEmpty();
  }

  @Test
  void theReadmesEnvironmentsAreWithoutProblems() {
    StringWriter out = new StringWriter();
    assertThat(
            TributaryCommand.run(
                shell(out), "env", "check", ROOT.resolve("environments/prod.yaml").toString()))
        .as("%s", out)
        .isZero();
  }

  private static java.util.Optional<String> problem(String line) {
    String[] words = line.trim().split("\\s+");
    CommandLine all = TributaryCommand.commands(shell(new StringWriter()));
    try {
      CommandLine.ParseResult parsed = all.parseArgs(words);
      boolean complete = parsed.hasSubcommand() || Arrays.asList(words).contains("--help");
      return complete
          ? java.util.Optional.empty()
          : java.util.Optional.of(line + ": names no command");
    } catch (CommandLine.ParameterException refused) {
      return java.util.Optional.of(line + ": " + refused.getMessage());
    }
  }

  private static Shell shell(StringWriter out) {
    PrintWriter writer = new PrintWriter(out, true);
    return new Shell(writer, writer, Map.of(), ROOT, false);
  }

  private static boolean isDocument(Path file) {
    return file.toString().endsWith(".md") && !file.toString().contains("/target/");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
