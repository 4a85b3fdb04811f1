package io.tributary.workflows.environment;

/**
 * Who is told, in the order of escalation. Takes effect with the next notification.
 *
 * @param level The level: warnings go to L1, errors to L2, what is not cleared in time to L3.
 * @param name A person or a team.
 * @param email Where messages are sent.
 */
public record Contact(Level level, String name, @Format(TextFormat.EMAIL) String email) {

  /** The level of escalation. */
  public enum Level {
    /** First line: the people on call. */
    L1,
    /** Second line: the data platform. */
    L2,
    /** Third line: the people who decide. */
    L3
  }
}
