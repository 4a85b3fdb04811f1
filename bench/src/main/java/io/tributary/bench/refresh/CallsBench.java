package io.tributary.bench.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.activities.infrastructure.AwsClients;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.bench.kill.RunningUp;
import io.tributary.workflows.environment.WarehouseKind;
import io.tributary.workflows.environment.WarehouseRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * API calls for one statement of ten minutes, counted at the sandbox's endpoint. Takes ten minutes:
 * a long poll is real time.
 */
public final class CallsBench {
  private static final int LIMIT = 21;

  private CallsBench() {}

  /** Runs it: {@code [seconds]}, 600 by default. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    Path state = Files.createTempDirectory("tributary-calls-").resolve("state");
    try (RunningUp up = RunningUp.start(Path.of("").toAbsolutePath(), state, List.of())) {
      up.control(
          "POST",
          "faults",
          """
          {"service":"redshift-data","sql":"a long statement","kind":"slow","millis":%d,\
          "times":1,"probability":1.0}"""
              .formatted(seconds * 1000));
      pointAtSandbox(up);
      up.control("DELETE", "calls", "");
      try (AwsClients aws = new AwsClients("us-west-2", null)) {
        new DataApiStatements(
                aws.redshiftData(), StatementPolicy.standard(), InstantSource.system())
            .execute(
                new WarehouseRef(WarehouseKind.SERVERLESS, "sandbox", "dev", null),
                UUID.randomUUID().toString(),
                "select 1 /* a long statement */");
      }
      JsonNode calls = up.control("GET", "calls", "");
      int sum = 0;
      for (var each : calls.properties()) {
        sum += each.getKey().startsWith("redshift-data") ? each.getValue().asInt() : 0;
      }
      System.out.printf(
          "one statement of %d s: %d API calls %s (limit for 600 s %d: %s)%n",
          seconds, sum, calls, LIMIT, sum <= LIMIT ? "held" : "NOT HELD");
    }
  }

  private static void pointAtSandbox(RunningUp up) throws java.io.IOException {
    for (String line : Files.readAllLines(up.state().resolve("sandbox.env"))) {
      String[] pair = line.split("=", 2);
      switch (pair[0]) {
        case "AWS_ENDPOINT_URL" -> System.setProperty("aws.endpointUrl", pair[1]);
        case "AWS_ACCESS_KEY_ID" -> System.setProperty("aws.accessKeyId", pair[1]);
        case "AWS_SECRET_ACCESS_KEY" -> System.setProperty("aws.secretAccessKey", pair[1]);
        default -> {
          // The region is given to the clients.
        }
      }
    }
  }
}
