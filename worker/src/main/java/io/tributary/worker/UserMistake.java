package io.tributary.worker;

import org.jspecify.annotations.Nullable;

/**
 * Something only the person at the keyboard can put right. Its message is all that is shown: the
 * place, the value seen and what would be right, without a stack trace; the exit code is 2.
 */
public final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the mistake.
   *
   * @param message one sentence for people; never a secret
   */
  public UserMistake(String message) {
    this(message, null);
  }

  /** Makes the mistake with its cause, which is shown only where debugging is asked for. */
  public UserMistake(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
