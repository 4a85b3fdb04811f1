package io.tributary.bench.kill;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that nothing of Tributary's may hold, and the places where they would show. */
final class Canaries {
  private static final Pattern STARTED = Pattern.compile("starts as (\\S+)");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final RunningUp up;

  /** Collects secrets, masked values and values of rows that do not differ. */
  Canaries(RunningUp up) throws Exception {
    this.up = up;
    for (String line : Files.readAllLines(up.state().resolve("sandbox.env"))) {
      if (line.startsWith("AWS_SECRET_ACCESS_KEY=")) {
        texts.put("the AWS secret key", line.substring(line.indexOf('=') + 1));
      }
    }
    for (var secret : JsonMapper.builder().build().readTree(password()).findValues("password")) {
      texts.put("the password of the source's reader", secret.asText());
    }
    texts.put("a masked value that differs", source("c_phone", 43));
    texts.put("a masked value of a row that does not differ", source("c_address", 1));
    texts.put("a value of a row that does not differ", source("c_comment", 1));
  }

  /** Returns what each text is, for a test that all were found. */
  Set<String> kinds() {
    return texts.keySet();
  }

  /** Returns {@code place: kind} for every canary that was seen where it must not be. */
  List<String> sightings() throws IOException {
    List<String> seen = new ArrayList<>();
    try (Stream<Path> files = Files.walk(up.evidence())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        look(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1), seen);
      }
    }
    look("worker.log", Files.readString(up.state().resolve("worker.log")), seen);
    look("what up printed", Files.readString(up.log()), seen);
    for (String id : workflows()) {
      for (HistoryEvent event : up.client().fetchHistory(id).getHistory().getEventsList()) {
        look("history of " + id, event.toString(), seen);
      }
    }
    ProcessHandle.allProcesses()
        .forEach(each -> look("process list", each.info().commandLine().orElse(""), seen));
    return seen;
  }

  /** The fixed ids, and the outer runs that the demonstration printed. */
  Set<String> workflows() throws IOException {
    Set<String> ids = new TreeSet<>();
    ids.add("tributary.sandbox.refresh.marts");
    ids.add("tributary.sandbox.reconciliation.core");
    Matcher started = STARTED.matcher(Files.readString(up.log()));
    while (started.find()) {
      ids.add(started.group(1));
    }
    return ids;
  }

  private void look(String place, String text, List<String> seen) {
    texts.forEach(
        (kind, canary) -> {
          if (text.contains(canary)) {
            seen.add(place + ": " + kind);
          }
        });
  }

  /** The secret as the sandbox keeps it: a JSON text inside JSON. */
  private String password() throws IOException {
    Matcher secret =
        Pattern.compile("\\{\\\\\"engine.*?\\}")
            .matcher(Files.readString(up.state().resolve("secrets.json")));
    if (!secret.find()) {
      throw new IOException("secrets.json holds no database login");
    }
    return secret.group().replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private String source(String column, int customer) throws Exception {
    return up.sourceValue("select " + column + " from customer where c_custkey = " + customer);
  }
}
