package io.tributary.activities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void quotesWhatRfc4180Asks() {
    assertThat(new Csv("a", "b").row("x,y", "he said \"no\"\nand left").row(null, "").bytes())
        .asString()
        .isEqualTo("a,b\r\n\"x,y\",\"he said \"\"no\"\"\nand left\"\r\n,\r\n");
  }

  @Test
  void disarmsFormulasAndKeepsNumbers() {
    assertThat(
            new Csv("a")
                .row("=1+1")
                .row("@x")
                .row("-5")
                .row(-5.25)
                .row("+x")
                .row("\tx")
                .row("-")
                .bytes())
        .asString()
        .isEqualTo("a\r\n'=1+1\r\n'@x\r\n-5\r\n-5.25\r\n'+x\r\n'\tx\r\n'-\r\n");
  }

  @Test
  void refusesARecordOfAnotherLength() {
    assertThatThrownBy(() -> new Csv("a").row("b", "c")).hasMessageContaining("2 cells, 1 columns");
  }
}
