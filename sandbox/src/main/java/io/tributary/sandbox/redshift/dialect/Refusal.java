package io.tributary.sandbox.redshift.dialect;

/** SQL that Redshift, or the sandbox, does not run; the message is the statement's error text. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Refusal(String message) {
    super(message);
  }

  /** What Redshift itself refuses, in its words where they are known. */
  public static Refusal byRedshift(String text) {
    return new Refusal("ERROR: " + text);
  }

  /** An error text as it is. */
  public static Refusal verbatim(String text) {
    return new Refusal(text);
  }

  static Refusal syntax(String near) {
    return byRedshift(
        near.isEmpty()
            ? "syntax error at end of input"
            : "syntax error at or near \"" + near + "\"");
  }

  /** What Redshift has and the sandbox does not play. */
  public static Refusal bySandbox(String what) {
    return byRedshift(what + " is not played by the sandbox");
  }
}
