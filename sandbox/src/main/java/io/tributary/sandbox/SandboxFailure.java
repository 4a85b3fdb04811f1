package io.tributary.sandbox;

/**
 * The sandbox cannot go on and a person can mend the cause. The message is the one sentence that
 * person reads: the place, the value, and what would be right. The process ends with exit code 2.
 */
public final class SandboxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SandboxFailure(String sentence) {
    super(sentence);
  }

  public SandboxFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
