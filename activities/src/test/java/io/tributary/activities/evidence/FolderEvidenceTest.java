package io.tributary.activities.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderEvidenceTest {
  @TempDir Path folder;

  @Test
  void readsAndListsWhatWasWritten() {
    FolderEvidence evidence = new FolderEvidence(folder.resolve("new"));
    assertThat(evidence.list("")).isEmpty();
    evidence.write("b/second.txt", "2".getBytes(UTF_8));
    evidence.write("a/b/first.txt", "1".getBytes(UTF_8));
    evidence.write("a/b/first.txt", "one".getBytes(UTF_8));

    assertThat(evidence.list("")).containsExactly("a/b/first.txt", "b/second.txt");
    assertThat(evidence.list("a")).containsExactly("a/b/first.txt");
    assertThat(evidence.list("c")).isEmpty();
    assertThat(evidence.read("a/b/first.txt"))
        .hasValueSatisfying(b -> assertThat(b).asString().isEqualTo("one"));
    assertThat(evidence.read("a/none")).isEmpty();
    assertThat(evidence.location("b/second.txt"))
        .isEqualTo("file://" + folder.resolve("new/b/second.txt").toUri().getRawPath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out",
        "a/../../out",
        "/etc/passwd",
        "a//b",
        "a/",
        "",
        "a\\b",
        ".partial/x",
        "a\0b",
        "a/./b"
      })
  void refusesPathsThatCouldLeaveTheFolder(String path) {
    FolderEvidence evidence = new FolderEvidence(folder.resolve("inside"));
    assertThatThrownBy(() -> evidence.write(path, new byte[0]))
        .satisfies(e -> assertThat(Failures.code(e)).contains(ErrorCode.INPUT_INVALID));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysWhichFileCannotBeWrittenAndLeavesTheOldOne() throws IOException {
    FolderEvidence evidence = new FolderEvidence(folder);
    evidence.write("run/report.html", "old".getBytes(UTF_8));
    Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> evidence.write("file/report.html", "new".getBytes(UTF_8)))
        .satisfies(e -> assertThat(Failures.code(e)).contains(ErrorCode.EVIDENCE_UNWRITABLE))
        .hasMessageContaining("report.html");
    assertThat(folder.resolve("run/report.html")).hasContent("old");
    assertThat(folder.resolve(".partial")).isEmptyDirectory();
  }

  @Test
  void doesNotListWhatAKilledProcessLeftAndRemovesIt() throws IOException {
    FolderEvidence evidence = new FolderEvidence(folder);
    evidence.write("run/report.html", "whole".getBytes(UTF_8));
    Files.writeString(folder.resolve(".partial/half"), "<ht");

    assertThat(evidence.list("")).containsExactly("run/report.html");
    evidence.removePartials();
    assertThat(folder.resolve(".partial")).isEmptyDirectory();
  }
}
