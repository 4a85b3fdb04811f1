package io.tributary.activities.ddl;

import io.tributary.workflows.environment.Source;

/** Where sources listen: the specification's word, else that of the source's secret. */
public interface SourceAddresses {
  /**
   * Returns the host and port of a source.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code SECRET_MISSING} or {@code
   *     SECRET_INCOMPLETE}
   */
  Address of(Source source);

  /**
   * Where a source listens.
   *
   * @param host without a protocol
   * @param port the TCP port
   */
  record Address(String host, int port) {}
}
