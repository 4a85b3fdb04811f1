package io.tributary.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a sandbox as a process: what it prints, how it ends. */
final class SandboxCommand {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxCommand.class);
  private static final int UNEXPECTED = 1;
  private static final int MENDABLE = 2;
  private static final int TERMINATED = 143;

  private final PrintStream out;
  private final PrintStream err;

  SandboxCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Returns the exit code; returns only when the sandbox cannot start. */
  int run(String... arguments) {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(SandboxArguments.USAGE);
      return 0;
    }
    try {
      var options = SandboxArguments.read(arguments);
      Ports.requireFree(options.port());
      return run(options, StateDirectory.open(options.state()));
    } catch (SandboxFailure e) {
      err.println(e.getMessage());
      return MENDABLE;
    }
  }

  private int run(SandboxOptions options, StateDirectory state) {
    SandboxLog.writeTo(state.resolve("sandbox.log"));
    var sandbox = new Sandbox(options, state);
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
    if (options.child()) {
      stopWhenClosed(System.in);
    }
    try {
      sandbox.start(this::say);
      say("ready: " + state.resolve("sandbox.json"));
      return awaitTermination();
    } catch (StartFailure e) {
      return failed(sandbox, state, e);
    } catch (IOException e) {
      return failed(sandbox, state, new StartFailure("the state folder", e));
    }
  }

  private int failed(Sandbox sandbox, StateDirectory state, StartFailure failure) {
    if (sandbox.isClosing()) {
      return TERMINATED;
    }
    LOG.error("The sandbox could not start", failure);
    err.println(failure.sentence(state));
    int code = failure.canBeMended(state) ? MENDABLE : UNEXPECTED;
    sandbox.close();
    return code;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  private static int awaitTermination() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return TERMINATED;
  }

  /** A parent that dies, however it dies, closes this process's standard input. */
  private static void stopWhenClosed(InputStream in) {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              try {
                in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                LOG.info("The parent's pipe broke", e);
              }
              System.exit(0);
            });
  }
}
