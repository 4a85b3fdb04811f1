package io.tributary.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What a person sees who types: help, and one message for a mistake. */
@Timeout(60)
class CommandLineTest {
  private static final Path ROOT = Path.of(System.getProperty("tributary.root"));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  static List<String> everyCommand() {
    List<String> names = new ArrayList<>();
    collect(TributaryCommand.commands(shell(new StringWriter(), new StringWriter(), ROOT)), names);
    return names;
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void helpIsAsAccepted(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.removeFirst();
    words.add("--help");

    assertThat(run(words.toArray(String[]::new))).isZero();

    Path golden =
        ROOT.resolve("worker/src/test/resources")
            .resolve("CommandLineTest.help." + command.replace(' ', '-') + ".txt");
    if (System.getProperty("accept") != null) {
      Files.writeString(golden, out.toString());
    }
    assertThat(out.toString()).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void helpHasAnExampleAndExitCodes(String command) throws Exception {
    String help =
        Files.readString(
            ROOT.resolve("worker/src/test/resources")
                .resolve("CommandLineTest.help." + command.replace(' ', '-') + ".txt"));
    assertThat(help).contains("Example:").containsPattern("Exit codes?");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    assertThat(run("statsu")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean: tributary status");
  }

  @Test
  void namesTheJobsThatThereAre() {
    assertThat(run("examples", "refesh")).isEqualTo(2);
    assertThat(err.toString()).contains("'refesh'").contains("refresh, reconciliation");
  }

  @Test
  void refusesAScaleThatMakesNoSense() {
    assertThat(run("up", "--scale", "-1")).isEqualTo(2);
    assertThat(err.toString()).contains("--scale -1").contains("above 0");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThat(run("up", "--port", "99999", "--state", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("99999").contains("65535");
  }

  @Test
  void saysThatNothingRuns() {
    assertThat(run("status", "--state", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(folder.toString())
        .contains("--environment")
        .doesNotContain("\tat ");
  }

  @Test
  void saysWhereTemporalDoesNotAnswer() {
    StringWriter told = new StringWriter();
    Shell shell =
        new Shell(
            new PrintWriter(out, true),
            new PrintWriter(told, true),
            Map.of("TEMPORAL_ADDRESS", "127.0.0.1:9"),
            ROOT,
            false);
    assertThat(TributaryCommand.run(shell, "status", "--environment", "sandbox")).isEqualTo(2);
    assertThat(told.toString())
        .contains("127.0.0.1:9")
        .contains("TEMPORAL_ADDRESS")
        .doesNotContain("\tat ");
  }

  @Test
  void showsWhereJsonIsWrong() {
    assertThat(run("start", "refresh", "--json", "{\"views\": ")).isEqualTo(2);
    assertThat(err.toString()).contains("--json").contains("line 1");
  }

  @Test
  void showsEveryProblemOfASpecification() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "version: 1\nnam: x\n");
    assertThat(run("env", "check", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("bad.yaml:2").contains("name").doesNotContain("\tat ");
  }

  @Test
  void checksEveryEnvironmentOfTheTree() {
    for (String environment : List.of("sandbox", "dev", "stage", "prod")) {
      assertThat(run("env", "check", environment)).as(environment).isZero();
    }
  }

  @Test
  void namesTheNearestEnvironment() {
    assertThat(run("env", "show", "prd")).isEqualTo(2);
    assertThat(err.toString()).contains("prd").contains("prod");
  }

  @Test
  void exitsWithOneWhenEnvironmentsDiffer() {
    assertThat(run("env", "diff", "stage", "prod")).isEqualTo(1);
    assertThat(run("env", "diff", "stage", "stage")).isZero();
  }

  @Test
  void publishesIntoAFolder() {
    String evidence = folder.resolve("evidence").toString();
    assertThat(run("env", "publish", "sandbox", "--evidence", evidence)).isZero();
    assertThat(folder.resolve("evidence/sandbox/specification")).exists();
  }

  @Test
  void completesCommandsAndJobs() {
    assertThat(run("completion")).isZero();
    assertThat(out.toString()).contains("reconciliation").contains("doctor");
  }

  @Test
  void printsAFormThatIsFilledIn() {
    assertThat(run("examples", "refresh", "--environment", "sandbox")).isZero();
    assertThat(out.toString())
        .contains("workflowType=MaterializedViewRefreshWorkflow")
        .contains("taskQueue=tributary-sandbox")
        .contains("\"views\"");
  }

  private int run(String... arguments) {
    return TributaryCommand.run(shell(out, err, ROOT), arguments);
  }

  private static Shell shell(StringWriter out, StringWriter err, Path home) {
    return new Shell(
        new PrintWriter(out, true), new PrintWriter(err, true), Map.of("PATH", ""), home, false);
  }

  private static void collect(CommandLine command, List<String> names) {
    names.add(command.getCommandSpec().qualifiedName());
    command.getSubcommands().values().forEach(below -> collect(below, names));
  }
}
