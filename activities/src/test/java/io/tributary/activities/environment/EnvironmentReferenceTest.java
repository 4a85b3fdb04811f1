package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The reference page is that of the records. */
class EnvironmentReferenceTest {
  private static final String PAGE = "docs/reference/environment.md";

  @Test
  void thePageIsMadeFromTheRecords() throws IOException {
    Accepted.assertEqual(PAGE, EnvironmentReference.of(RecordTexts.read()));
  }

  @Test
  void everySectionAndDefaultIsThere() {
    assertThat(EnvironmentReference.of(RecordTexts.read()))
        .contains("## `sources[].tables[]`", "| `queryP95` |", "`99.9`", "**required**")
        .doesNotContain("@param", "{@");
  }
}
