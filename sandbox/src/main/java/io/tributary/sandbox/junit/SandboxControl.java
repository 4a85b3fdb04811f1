package io.tributary.sandbox.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Steers a running sandbox: faults, clock, counts of calls. */
public final class SandboxControl {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI root;

  /**
   * @param aws address of the sandbox
   */
  public SandboxControl(URI aws) {
    this.root = aws.resolve("/_sandbox/");
  }

  /** Injects a fault and returns its id. */
  public String inject(InjectedFault fault) {
    return call("POST", "faults", fault.toJson()).path("id").asText();
  }

  /** Removes a fault and releases what it holds. */
  public void remove(String id) {
    call("DELETE", "faults/" + id, Map.of());
  }

  /** Removes all faults. */
  public void removeAllFaults() {
    call("DELETE", "faults", Map.of());
  }

  /** How often each {@code service.operation} was called. */
  public SortedMap<String, Long> calls() {
    SortedMap<String, Long> counts = new TreeMap<>();
    call("GET", "calls", Map.of())
        .properties()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
    return counts;
  }

  /** Forgets the counts of calls. */
  public void clearCalls() {
    call("DELETE", "calls", Map.of());
  }

  /** Lets time pass at another pace: seconds in the sandbox per real second. */
  public void timeScale(double scale) {
    call("POST", "clock", Map.of("scale", scale));
  }

  /** Moves the sandbox's time forward at once. */
  public void advance(Duration ahead) {
    call("POST", "clock", Map.of("advanceSeconds", ahead.toMillis() / 1000.0));
  }

  private JsonNode call(String method, String path, Map<String, ?> body) {
    // One client for each call: it holds threads, and a handle has nobody to close it.
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(root.resolve(path))
              .timeout(Duration.ofSeconds(30))
              .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
              .build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      var tree = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new IllegalArgumentException(tree.path("message").asText());
      }
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the sandbox was steered", e);
    }
  }
}
