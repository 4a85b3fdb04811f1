package io.tributary.worker.up;

import io.tributary.activities.ddl.SpecificationWriter;
import io.tributary.activities.environment.EnvironmentFile;
import io.tributary.activities.infrastructure.AwsClients;
import io.tributary.activities.payload.Payloads;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.worker.UserMistake;
import io.tributary.worker.temporal.SearchAttributes;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.worker.temporal.TemporalTarget;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.job.Ids;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Starts everything on this machine, shows it working, and stops everything. One object is one
 * {@code up}.
 */
public final class Up {
  private static final URI DOWNLOAD = URI.create("https://temporal.download/");

  private final UpOptions options;
  private final Narrator narrator;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private @Nullable StateFolder state;
  private @Nullable SandboxProcess sandbox;
  private @Nullable WorkerSupervisor worker;

  /** Prepares it; nothing is started. */
  public Up(UpOptions options, PrintWriter out) {
    this.options = options;
    this.narrator = new Narrator(out, options.switches().interactive());
  }

  /**
   * Runs until the demonstration has ended ({@code once}) or until the sandbox ends.
   *
   * @return whether all went well; why it did not has been told
   * @throws UserMistake when a prerequisite is missing
   */
  public boolean run() throws IOException, InterruptedException, SQLException {
    // Ctrl-C, SIGTERM and a closed terminal all end in the JVM's hooks.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try {
      return startAndShow();
    } catch (IOException | RuntimeException e) {
      if (stopping.get()) {
        return false; // what failed, failed because everything is being stopped
      }
      throw e;
    } finally {
      stop();
    }
  }

  private boolean startAndShow() throws IOException, InterruptedException, SQLException {
    state = StateFolder.open(options.state());
    if (options.switches().fresh()) {
      SandboxProcess.endLeftover(options.state());
      state.forget();
    }
    EnvironmentSpec spec =
        EnvironmentFile.read(options.home().resolve("environments").resolve("sandbox.yaml"));
    TemporalChoice choice =
        TemporalChoice.of(
            options.variables(), options.switches().offline(), new Internet(DOWNLOAD)::answers);
    narrator.say(choice.sentence());
    SandboxProcess started = startSandbox(sandboxOptions(spec, choice));
    SandboxFile file = started.awaitReady();
    TemporalTarget target = target(spec, choice, file);
    WorkerSupervisor supervisor = startWorker(target, choice);
    writeSpecification(spec);
    WorkerFile ready = supervisor.awaitReady();
    upFile(spec, choice, target, file, ready).write(options.state());
    supervisor.supervise();
    narrator.say("the worker serves environment " + spec.name() + " (pid " + ready.pid() + ")");
    return show(file, target, spec, started);
  }

  private boolean show(
      SandboxFile file, TemporalTarget target, EnvironmentSpec spec, SandboxProcess started)
      throws IOException, InterruptedException, SQLException {
    DemoReports reports = null;
    try (TemporalConnection temporal = TemporalConnection.open(target, Payloads.converter())) {
      reports = new Demo(temporal, Ids.taskQueue(spec.name()), narrator).run(file);
    } catch (DemoFailure e) {
      if (!stopping.get()) {
        narrator.say("FAILED: " + e.getMessage());
      }
    }
    if (options.switches().once()) {
      tellReports(reports);
      return reports != null;
    }
    new WhereToLook(narrator, options.state()).tell(file, reports);
    int code = started.await();
    if (!stopping.get()) {
      narrator.say("the sandbox ended with code %d: %s".formatted(code, started.lastLine()));
    }
    return false;
  }

  private void tellReports(@Nullable DemoReports reports) {
    if (reports != null) {
      narrator.print("report refresh " + reports.refresh());
      narrator.print("report reconciliation " + reports.reconciliation());
    }
  }

  private List<String> sandboxOptions(EnvironmentSpec spec, TemporalChoice choice) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--state", options.state().toString()));
    arguments.addAll(List.of("--scale", options.scale()));
    arguments.addAll(List.of("--port", Integer.toString(options.port())));
    arguments.addAll(List.of("--account", spec.account().id()));
    arguments.addAll(List.of("--region", spec.account().region()));
    arguments.addAll(List.of("--temporal", choice.sandboxOption()));
    arguments.addAll(List.of("--namespace", Ids.namespace(spec.name())));
    for (String name : SearchAttributes.NAMES) {
      arguments.addAll(List.of("--search-attribute", name + "=Keyword"));
    }
    if (options.switches().trouble()) {
      arguments.add("--trouble");
    }
    return arguments;
  }

  private TemporalTarget target(EnvironmentSpec spec, TemporalChoice choice, SandboxFile file) {
    String namespace = Ids.namespace(spec.name());
    if (choice.kind() == TemporalChoice.Kind.CONFIGURED || file.temporal() == null) {
      TemporalTarget configured = TemporalTarget.configured(options.variables(), namespace);
      try (TemporalConnection temporal =
          TemporalConnection.open(configured, Payloads.converter())) {
        SearchAttributes.require(temporal);
      }
      return configured;
    }
    return TemporalTarget.local(file.temporal().address(), namespace, "the sandbox");
  }

  /** Under the same lock as {@link #stop}: nothing is started once everything is being stopped. */
  private synchronized SandboxProcess startSandbox(List<String> arguments) throws IOException {
    requireRunning();
    SandboxProcess started = SandboxProcess.start(options, arguments, this::sayStage);
    sandbox = started;
    return started;
  }

  /** The sandbox says what is ready; why it could not start is told once, as the failure. */
  private void sayStage(String line) {
    if (line.contains(": ready in ")) {
      narrator.say("sandbox: " + line);
    }
  }

  private synchronized WorkerSupervisor startWorker(TemporalTarget target, TemporalChoice choice)
      throws IOException {
    Map<String, String> settings = new TreeMap<>();
    if (choice.kind() != TemporalChoice.Kind.CONFIGURED) {
      settings.put("TEMPORAL_ADDRESS", target.address());
      settings.put("TEMPORAL_NAMESPACE", target.namespace());
    }
    WorkerSupervisor supervisor =
        new WorkerSupervisor(options, settings, narrator::say, this::workerIsAnother);
    requireRunning();
    worker = supervisor;
    supervisor.start();
    return supervisor;
  }

  private void requireRunning() {
    if (stopping.get()) {
      throw new IllegalStateException("everything is being stopped");
    }
  }

  private void writeSpecification(EnvironmentSpec spec) throws IOException {
    SandboxAws.useInThisProcess(options.state());
    try (AwsClients aws = new AwsClients(spec.account().region(), null)) {
      DataApiStatements statements =
          new DataApiStatements(
              aws.redshiftData(), StatementPolicy.standard(), InstantSource.system());
      SpecificationWriter writer =
          new SpecificationWriter(statements, new SourceSecrets(aws.secretsManager()));
      var unused = writer.apply(spec, "up");
    }
    narrator.say("the warehouse holds what environments/sandbox.yaml specifies");
  }

  private UpFile upFile(
      EnvironmentSpec spec,
      TemporalChoice choice,
      TemporalTarget target,
      SandboxFile file,
      WorkerFile ready) {
    TreeMap<String, UpFile.Source> sources = new TreeMap<>();
    file.sources()
        .forEach(
            (name, source) ->
                sources.put(
                    name,
                    new UpFile.Source(
                        source.engine(),
                        source.host(),
                        source.port(),
                        source.database(),
                        source.secretArn())));
    SandboxFile.Temporal ours =
        choice.kind() == TemporalChoice.Kind.CONFIGURED ? null : file.temporal();
    return new UpFile(
        target.address(),
        ours == null ? null : ours.ui(),
        target.namespace(),
        Ids.taskQueue(spec.name()),
        file.aws(),
        ours == null ? "external" : ours.kind(),
        new UpFile.Warehouse(file.warehouse().workgroup(), file.warehouse().database()),
        sources,
        options.evidence().toString(),
        ready.health(),
        ready.metrics(),
        ready.pid(),
        file.pid(),
        UpFile.VERSION);
  }

  private void workerIsAnother(WorkerFile ready) {
    Path folder = options.state();
    try {
      UpFile now = UpFile.read(folder).orElse(null);
      if (now != null) {
        now.withWorker(ready).write(folder);
      }
    } catch (IOException e) {
      narrator.say("up.json could not be written: " + e.getMessage());
    }
  }

  /** Stops everything, once, from the hook or at the end. */
  private synchronized void stop() {
    if (stopping.getAndSet(true)) {
      return;
    }
    if (worker != null) {
      worker.stop();
    }
    if (sandbox != null) {
      sandbox.stop();
    }
    if (state != null) {
      try {
        state.close();
      } catch (IOException e) {
        narrator.say("the state folder could not be released: " + e.getMessage());
      }
    }
  }
}
