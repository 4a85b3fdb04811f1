package io.tributary.workflows.environment;

import java.time.Duration;
import java.util.List;

/**
 * Who says yes to a change list, and how that is proved. Takes effect with the next approval that
 * is asked for.
 *
 * @param proof Whether an approval is signed or a typed name is enough. {@code DECLARED} makes
 *     every report say that the identity was not verified.
 * @param people How many different people must approve. Two is the two-person rule.
 * @param deadline How long an approval is waited for. After it the step is aborted.
 * @param reminder After how long the approvers are reminded, again and again until the deadline.
 * @param approvers The people. Needed for {@code proof: SIGNED}.
 */
public record Approvals(
    @Default("SIGNED") Proof proof,
    @Default("1") @Limits(min = "1", max = "5") int people,
    @Default("7d") @Limits(min = "1m", max = "90d") Duration deadline,
    @Default("1d") @Limits(min = "1m", max = "30d") Duration reminder,
    List<Approver> approvers) {

  /** How an approver's identity is proved. */
  public enum Proof {
    /** By an Ed25519 signature or a presigned STS request. */
    SIGNED,
    /** Not at all: a name is typed. */
    DECLARED
  }

  /**
   * A person who may approve.
   *
   * @param name The person's name as reports show it.
   * @param publicKey The Ed25519 public key that signatures are checked with. The private key never
   *     leaves the person's machine.
   * @param email Where the question is sent.
   */
  public record Approver(
      String name,
      @Format(TextFormat.PUBLIC_KEY) String publicKey,
      @Format(TextFormat.EMAIL) String email) {}
}
