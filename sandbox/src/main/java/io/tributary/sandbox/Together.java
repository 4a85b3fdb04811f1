package io.tributary.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Parts that do not need each other and start at the same time. */
final class Together implements Part {
  private final List<Part> parts;

  Together(Part... parts) {
    this.parts = List.of(parts);
  }

  @Override
  public String name() {
    return parts.stream().map(Part::name).collect(Collectors.joining(" and "));
  }

  /** Waits for all of them also when one fails, so that none still starts while it is closed. */
  @Override
  public void start() throws Exception {
    List<Callable<Boolean>> starts = new ArrayList<>();
    for (Part part : parts) {
      starts.add(
          () -> {
            part.start();
            return true;
          });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> start : threads.invokeAll(starts)) {
        start.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> all = new LinkedHashMap<>();
    parts.forEach(part -> all.putAll(part.describe()));
    return all;
  }

  @Override
  public void close() {
    parts.reversed().forEach(Part::close);
  }
}
