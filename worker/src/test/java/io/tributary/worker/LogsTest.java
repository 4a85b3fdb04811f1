package io.tributary.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogsTest {
  private final PrintStream console = System.out;

  @AfterEach
  void restore() {
    System.setOut(console);
    MDC.clear();
    Logs.quiet();
  }

  @Test
  void aLineIsAJsonObjectWithTheRunOfTheThread() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Logs.serve(Logs.Format.JSON);
    MDC.put("WorkflowId", "tributary.test.refresh.marts");
    MDC.put("RunId", "0123");

    LoggerFactory.getLogger("some.logger").info("served {} of {}", 1, 2);

    JsonNode line = JsonMapper.builder().build().readTree(bytes.toString(StandardCharsets.UTF_8));
    assertThat(line.path("formattedMessage").asText()).isEqualTo("served 1 of 2");
    assertThat(line.path("mdc").path("WorkflowId").asText())
        .isEqualTo("tributary.test.refresh.marts");
    assertThat(line.path("mdc").path("RunId").asText()).isEqualTo("0123");
  }

  @Test
  void aLineForPeopleNamesTheRunToo() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Logs.serve(Logs.Format.TEXT);
    MDC.put("WorkflowId", "tributary.test.refresh.marts");

    LoggerFactory.getLogger("some.logger").info("served");

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("served [tributary.test.refresh.marts");
  }
}
