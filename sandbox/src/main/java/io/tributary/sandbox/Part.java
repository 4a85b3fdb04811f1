package io.tributary.sandbox;

import java.util.Map;

/**
 * One thing the sandbox runs: a database, a server, an endpoint. Parts start one after the other,
 * in the order of {@link Sandbox}, and are closed in the opposite one.
 */
public interface Part extends AutoCloseable {
  /** The name in the progress line and in failures, such as {@code aurora}. */
  String name();

  /**
   * Starts the part and returns when it can be used. A part that fails must have stopped what it
   * had started.
   *
   * @throws SandboxFailure with one sentence for a person, when the person can mend the cause
   * @throws Exception anything else; the sandbox reports it with the part's name and the log
   */
  void start() throws Exception;

  /** Entries for the top level of {@code sandbox.json}; asked once, after the start. */
  Map<String, Object> describe();

  /** Stops the part within seconds; harmless when it never started. */
  @Override
  void close();
}
