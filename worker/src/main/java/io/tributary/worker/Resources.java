package io.tributary.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be closed, last made first. */
final class Resources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Takes a thing over and returns it. */
  <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  /** Closes everything, also when closing one of them fails. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      try {
        next.close();
      } catch (Exception e) {
        LOG.warn("closing {} failed: {}", next.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
