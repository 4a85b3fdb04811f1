package io.tributary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person can mend is said in one sentence, with exit code 2. */
@Timeout(120)
class SandboxRefusalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 70000        | The option --port is 70000; it must be 0 to 65535
          --port x            | The option --port is x; it must be 0 to 65535
          --scale 0           | The option --scale is 0; it must be above 0 and at most 10
          --account 12        | The option --account is 12; it must be twelve digits
          --search-attribute X| The option --search-attribute is X; it must be such as Name=Keyword
          --region            | The option --region needs a value
          --prot 1            | Unknown option --prot; the options are:
          """)
  void aWrongOption(String options, String sentence) {
    assertThat(refusal(("--state " + folder + " " + options).split(" "))).startsWith(sentence);
  }

  @Test
  void aMissingFolder() {
    assertThat(refusal()).startsWith("The option --state is missing");
  }

  @Test
  void aFolderThatCannotBeWritten() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    assertThat(refusal("--state", file.resolve("state").toString()))
        .startsWith("The folder " + file + "/state cannot be written (--state): ")
        .hasLineCount(1);
  }

  @Test
  void aProgramThatIsNotThere() throws Exception {
    try (var run = ProcessRun.start(folder, "--temporal", "/nowhere/temporal")) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.printed().strip())
          .startsWith("There is no program that can be run at /nowhere/temporal (--temporal)")
          .hasLineCount(1);
    }
  }

  @Test
  void aPortInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      assertThat(refusal("--state", folder.toString(), "--port", port))
          .startsWith("Port " + port + " on 127.0.0.1 is in use (--port)");
    }
  }

  @Test
  void aFolderThatAnotherSandboxUses() throws Exception {
    try (var run = ProcessRun.start(folder, "--scale", "0.001", "--temporal", "none")) {
      long pid = run.ready().json().path("pid").asLong();

      assertThat(refusal("--state", folder.toString()))
          .startsWith("A sandbox with pid " + pid + " uses the folder " + folder);
    }
  }

  @Test
  void aDiskThatBecomesFull() {
    try (var state = StateDirectory.open(folder)) {
      var failure = new StartFailure("aurora", new IOException("write: No space left on device"));

      assertThat(failure.canBeMended(state)).isTrue();
      assertThat(failure.sentence(state))
          .startsWith("The disk that holds " + folder + " became full while aurora started");
    }
  }

  @Test
  void whatNobodyForesawNamesThePartAndTheLog() {
    try (var state = StateDirectory.open(folder)) {
      var failure = new StartFailure("aurora", new IOException("strange\n\tat somewhere"));

      assertThat(failure.canBeMended(state)).isFalse();
      assertThat(failure.sentence(state))
          .isEqualTo(
              "The sandbox could not start aurora: strange; the log says more: "
                  + folder.resolve("sandbox.log"));
    }
  }

  private static String refusal(String... arguments) {
    var err = new ByteArrayOutputStream();
    int code =
        new SandboxCommand(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(arguments);
    assertThat(code).isEqualTo(2);
    return err.toString(StandardCharsets.UTF_8).strip();
  }
}
