package io.tributary.sandbox;

import io.tributary.sandbox.trouble.Conditions;
import io.tributary.sandbox.trouble.Faults;
import io.tributary.sandbox.trouble.SandboxClock;
import io.tributary.sandbox.trouble.Trouble;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Plays AWS, Redshift, Aurora and Temporal on loopback until it is closed. */
public final class Sandbox implements AutoCloseable {
  private final ReentrantLock closing = new ReentrantLock();
  private final RunningParts running = new RunningParts();
  private final SandboxOptions options;
  private final StateDirectory state;
  private final SandboxFiles files;
  private final Conditions conditions;

  /**
   * Prepares a sandbox.
   *
   * @param state its locked folder, which it unlocks when it is closed
   */
  public Sandbox(SandboxOptions options, StateDirectory state) {
    this.options = options;
    this.state = state;
    this.files = new SandboxFiles(state);
    this.conditions =
        new Conditions(
            new SandboxClock(options.timeScale()), new Faults(), new Trouble(options.trouble()));
  }

  /**
   * The process: stays until SIGTERM, or until its standard input closes with {@code --child}. Exit
   * codes: 2 for what a person can mend, said in one sentence; 1 for anything else.
   */
  public static void main(String... arguments) {
    System.exit(new SandboxCommand(System.out, System.err).run(arguments));
  }

  /**
   * Ends what a killed sandbox left, starts everything, and writes {@code sandbox.json}.
   *
   * @param progress gets one line for each part
   * @throws IOException if the state folder cannot be read or written
   * @throws RuntimeException if a part cannot start; close the sandbox then
   */
  public void start(Consumer<String> progress) throws IOException {
    files.delete();
    state.processes().endLeftovers();
    running.start(SandboxParts.of(options, state, conditions), progress);
    files.write(options, running.description());
  }

  /** Whether {@link #close} has begun. */
  boolean isClosing() {
    return running.isStopping();
  }

  /** Stops everything that was started, within seconds. Data stays, unless it is a child's. */
  @Override
  public void close() {
    closing.lock();
    try {
      files.delete();
      conditions.faults().clear();
      running.close();
      if (options.child()) {
        state.delete();
      }
      state.close();
    } finally {
      closing.unlock();
    }
  }
}
