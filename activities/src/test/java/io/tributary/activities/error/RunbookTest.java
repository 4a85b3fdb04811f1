package io.tributary.activities.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every error code has its section in the runbook, and the runbook no other. */
class RunbookTest {
  private static final Path RUNBOOK =
      Path.of(System.getProperty("tributary.root", ".."), "docs", "runbook.md");

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void saysSymptomCauseAndCommandOf(ErrorCode code) throws IOException {
    String section = section(code);
    assertThat(section)
        .contains("## " + code.title() + "\n")
        .contains("`" + code.name() + "` · retry `" + code.retry() + "`")
        .containsPattern("\\*\\*Symptom\\.\\*\\* \\S")
        .containsPattern("\\*\\*Cause\\.\\*\\* \\S")
        .containsPattern("```sh\n\\S");
  }

  @Test
  void hasNoSectionWithoutACode() throws IOException {
    List<String> anchors =
        Pattern.compile("<a id=\"([^\"]+)\"></a>")
            .matcher(Files.readString(RUNBOOK))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(anchors)
        .isEqualTo(Arrays.stream(ErrorCode.values()).map(ErrorCode::anchor).toList());
  }

  private static String section(ErrorCode code) throws IOException {
    String text = Files.readString(RUNBOOK);
    int start = text.indexOf("<a id=\"" + code.anchor() + "\"></a>");
    assertThat(start).as("the anchor of " + code + " in docs/runbook.md").isNotNegative();
    int end = text.indexOf("<a id=", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
