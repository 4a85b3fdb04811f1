package io.tributary.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What the sandbox was asked for on its command line.
 *
 * @param state folder for everything the sandbox keeps ({@code --state}, required)
 * @param port port of the AWS endpoint; 0 takes a free one ({@code --port})
 * @param account account of the default access key, twelve digits ({@code --account})
 * @param region region of everything ({@code --region})
 * @param scale scale factor of TPC-H ({@code --scale})
 * @param timeScale how many seconds pass in the sandbox per real second ({@code --time-scale})
 * @param trouble whether the profile of everyday trouble is on ({@code --trouble})
 * @param temporal which Temporal server, and what it is told at its start
 * @param child whether the sandbox serves one parent process only: it stops when its standard input
 *     closes and then deletes its state ({@code --child})
 */
public record SandboxOptions(
    Path state,
    int port,
    String account,
    String region,
    double scale,
    double timeScale,
    boolean trouble,
    TemporalOptions temporal,
    boolean child) {

  /**
   * The Temporal server.
   *
   * @param server {@code auto}, {@code in-process}, {@code download}, {@code none} or the path of a
   *     {@code temporal} binary ({@code --temporal})
   * @param namespaces namespaces to create ({@code --namespace})
   * @param searchAttributes {@code Name=Type} to register in each ({@code --search-attribute})
   */
  public record TemporalOptions(
      String server, List<String> namespaces, List<String> searchAttributes) {}
}
