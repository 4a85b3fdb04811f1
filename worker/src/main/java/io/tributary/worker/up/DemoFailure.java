package io.tributary.worker.up;

/** The demonstration did not show what it should; the message is the one sentence that says so. */
final class DemoFailure extends Exception {
  private static final long serialVersionUID = 1L;

  DemoFailure(String sentence) {
    super(sentence);
  }
}
