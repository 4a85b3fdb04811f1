package io.tributary.activities.statement;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.error.Retry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * The tries of one statement inside one activity. A further try has a token and a name of its own,
 * and is made only when the one before has ended without effect: the warehouse rolls back what
 * fails or is cancelled.
 */
final class Tries {
  private final DataApi api;
  private final StatementIdentity identity;
  private int generation = 1;
  private int failures;
  private boolean look;

  Tries(DataApi api, StatementIdentity identity) {
    this.api = api;
    this.identity = identity;
    // An earlier attempt of this activity may have submitted it.
    this.look = Pulse.activity().map(context -> context.getInfo().getAttempt() > 1).orElse(false);
  }

  /** Submits, or finds what was submitted; returns the statement's id. */
  String submit(WarehouseRef warehouse, List<String> sqls) {
    while (true) {
      try {
        Optional<StatementData> earlier = look ? earlier() : Optional.empty();
        look = false;
        if (earlier.isPresent()) {
          return earlier.get().id();
        }
        return api.submit(warehouse, identity.generation(generation), sqls);
      } catch (ApplicationFailure failure) {
        ErrorCode code = Failures.code(failure).orElse(ErrorCode.INTERNAL);
        if (code.retry() == Retry.NEVER) {
          throw failure;
        }
        look = code.retry() == Retry.LOOK_FIRST;
        rest(failure);
      }
    }
  }

  /** Prepares a further try of a statement that failed, or throws when none would help. */
  void again(ApplicationFailure failure) {
    if (Failures.code(failure).orElse(ErrorCode.INTERNAL).retry() != Retry.SAFE) {
      throw failure;
    }
    rest(failure);
    generation++;
  }

  /** The last try that was not cancelled; after a cancelled one, the next try is due. */
  private Optional<StatementData> earlier() {
    Optional<StatementData> last =
        api.find(identity.name()).stream()
            .max(Comparator.comparingInt(one -> identity.generationOf(one.statementName())));
    last.ifPresent(one -> generation = identity.generationOf(one.statementName()));
    if (last.isPresent() && last.get().status() == StatusString.ABORTED) {
      generation++;
      return Optional.empty();
    }
    return last;
  }

  private void rest(ApplicationFailure failure) {
    failures++;
    if (failures >= api.policy().attempts()) {
      throw failure;
    }
    Duration pause = api.policy().backoff().multipliedBy(1L << Math.min(failures - 1, 6));
    api.pause().of(pause);
    Pulse.here().beat(identity.name());
  }
}
