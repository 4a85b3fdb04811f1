package io.tributary.worker.up;

import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code up} was asked for.
 *
 * @param home the installation
 * @param state the folder for everything that is kept
 * @param variables the environment variables
 * @param scale the scale factor of TPC-H, also accepted by the sandbox as text
 * @param port the port of the AWS endpoint, 0 for a free one
 * @param switches what was turned on
 */
public record UpOptions(
    Path home,
    Path state,
    Map<String, String> variables,
    String scale,
    int port,
    Switches switches) {
  /**
   * The switches.
   *
   * @param once end after the demonstration
   * @param fresh forget the state first
   * @param offline download nothing
   * @param trouble turn on the sandbox's everyday trouble
   * @param interactive whether a person sees the output as it comes
   */
  public record Switches(
      boolean once, boolean fresh, boolean offline, boolean trouble, boolean interactive) {}

  /** Returns the folder of the evidence. */
  public Path evidence() {
    return state.resolve("evidence");
  }
}
