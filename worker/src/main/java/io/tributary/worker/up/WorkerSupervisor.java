package io.tributary.worker.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one worker process alive: it starts it again when it dies, and says so. */
final class WorkerSupervisor {
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /** A signal to the whole process group reaches the worker before our own shutdown begins. */
  private static final Duration SHUTDOWN_BEGINS = Duration.ofMillis(500);

  /** One that dies at once would otherwise keep the machine busy with starts. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final UpOptions options;
  private final Map<String, String> settings;
  private final Consumer<String> say;
  private final Consumer<WorkerFile> restarted;
  private final Object monitor = new Object();
  private @Nullable Child child;
  private boolean stopping;

  /**
   * Prepares the supervision.
   *
   * @param settings environment variables of the worker besides the sandbox's
   * @param say told that it died and was started again
   * @param restarted told the new process
   */
  WorkerSupervisor(
      UpOptions options,
      Map<String, String> settings,
      Consumer<String> say,
      Consumer<WorkerFile> restarted) {
    this.options = options;
    this.settings = settings;
    this.say = say;
    this.restarted = restarted;
  }

  /** Starts the worker and returns at once. */
  void start() throws IOException {
    synchronized (monitor) {
      if (!stopping) {
        Files.deleteIfExists(file());
        child = launch();
      }
    }
  }

  /** Waits until it polls. */
  WorkerFile awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Child current = current();
      Optional<WorkerFile> ready = WorkerFile.read(file());
      if (ready.isPresent() && ready.get().pid() == current.pid()) {
        return ready.get();
      }
      if (!current.isAlive()) {
        current.await();
        throw new IOException(
            "the worker did not start: %s (log: %s)".formatted(current.lastLine(), log()));
      }
      Thread.sleep(LOOK_EVERY);
    }
    throw new IOException("the worker was not ready in time (log: " + log() + ")");
  }

  /** From now on a worker that dies is started again. */
  void supervise() {
    Thread.ofVirtual().name("worker-supervisor").start(this::keepAlive);
  }

  /** Stops the worker: it finishes what is short and leaves the rest to Temporal. */
  void stop() {
    Child last;
    synchronized (monitor) {
      stopping = true;
      last = child;
    }
    if (last != null) {
      last.stop(STOP_PATIENCE);
    }
  }

  private void keepAlive() {
    try {
      while (true) {
        Child current = current();
        int code = current.await();
        Thread.sleep(SHUTDOWN_BEGINS);
        synchronized (monitor) {
          if (stopping) {
            return;
          }
        }
        say.accept(
            "the worker (pid %d) died with code %d; starting it again"
                .formatted(current.pid(), code));
        Thread.sleep(PAUSE);
        restart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart() throws InterruptedException {
    try {
      start();
      WorkerFile ready = awaitReady();
      say.accept("the worker is back (pid " + ready.pid() + ")");
      restarted.accept(ready);
    } catch (IOException e) {
      say.accept(String.valueOf(e.getMessage()));
    }
  }

  private Child current() {
    synchronized (monitor) {
      if (child == null) {
        throw new IllegalStateException("the worker was not started");
      }
      return child;
    }
  }

  private Child launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(Jvm.command());
    command.add("@" + options.home().resolve("worker").resolve("worker.jvm"));
    command.addAll(
        List.of(
            "-Dtributary.home=" + options.home(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.tributary.worker.Main",
            "worker",
            "--environment",
            options.home().resolve("environments").resolve("sandbox.yaml").toString(),
            "--evidence",
            options.evidence().toString(),
            "--http-port",
            "0",
            "--ready-file",
            file().toString(),
            "--exit-with",
            Long.toString(ProcessHandle.current().pid())));
    ProcessBuilder builder = new ProcessBuilder(command);
    SandboxAws.useInChild(options.state(), builder.environment());
    builder.environment().putAll(settings);
    // glibc keeps an arena per core and thread otherwise; resident memory is what a person sees.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return Child.start(builder, log(), line -> {});
  }

  private Path file() {
    return options.state().resolve("worker.json");
  }

  private Path log() {
    return options.state().resolve("worker.log");
  }
}
