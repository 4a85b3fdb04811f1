package io.tributary.sandbox.aws;

import io.tributary.sandbox.aws.protocol.Refusals;
import io.tributary.sandbox.trouble.Conditions;
import io.tributary.sandbox.trouble.Faults.Taken;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every call passes: it is counted, and faults and everyday trouble meet it here. */
public final class CallGate {
  private static final Logger LOG = LoggerFactory.getLogger(CallGate.class);

  private final Conditions conditions;
  private final CallCounts counts;

  public CallGate(Conditions conditions, CallCounts counts) {
    this.conditions = conditions;
    this.counts = counts;
  }

  /**
   * A call on its way to its effect.
   *
   * @param service signing name
   * @param operation name on the wire
   * @param sql SQL text of the call, or an empty text
   * @param refusals how its refusals look
   */
  public record Passing(String service, String operation, String sql, Refusals refusals) {}

  /**
   * Lets a call take effect unless something refuses it.
   *
   * @return the answer, or empty when it is lost after the call took effect
   */
  public Optional<Answer> pass(Passing call, Supplier<Answer> effect) throws InterruptedException {
    counts.add(call.service(), call.operation());
    var taken =
        conditions.faults().takeForCall(call.service(), call.operation(), call.sql()).orElse(null);
    if (taken != null) {
      return meet(taken, call, effect);
    }
    if (conditions.trouble().throttles()) {
      throw call.refusals().throttled("Rate exceeded");
    }
    var answer = effect.get();
    return conditions.trouble().losesAnswer() ? Optional.empty() : Optional.of(answer);
  }

  private Optional<Answer> meet(Taken taken, Passing call, Supplier<Answer> effect)
      throws InterruptedException {
    var message = taken.fault().message();
    return switch (taken.fault().kind()) {
      case THROTTLE -> throw call.refusals().throttled(message);
      case ERROR -> throw call.refusals().failed(message);
      case LOST_ANSWER -> {
        var lost = effect.get();
        LOG.info("Lost the answer {} of {}.{}", lost.status(), call.service(), call.operation());
        yield Optional.empty();
      }
      case HOLD -> {
        conditions.faults().awaitRemoval(taken);
        yield Optional.of(effect.get());
      }
      case SLOW, SQL_ERROR -> throw new IllegalStateException("Meets statements, not calls");
    };
  }
}
