package io.tributary.activities.environment;

import io.temporal.failure.ApplicationFailure;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.util.Optional;

/**
 * What publishing did: what {@code tributary env publish} prints. Runs that start afterwards work
 * with it; runs that are under way keep theirs.
 *
 * @param environment the environment's name
 * @param digest the digest that is now the newest
 * @param diff what changed against the one published before; empty where there is none that this
 *     version can read
 */
public record EnvironmentPublication(
    String environment, String digest, Optional<EnvironmentDiff> diff) {
  /** Publishes a specification. May be repeated: it then says that nothing changed. */
  public static EnvironmentPublication publish(EnvironmentSpec spec, EnvironmentStore store) {
    Optional<EnvironmentDiff> diff =
        store.newest(spec.name()).flatMap(before -> against(before, spec, store));
    return new EnvironmentPublication(spec.name(), store.publish(spec), diff);
  }

  /** Compares with the one before, unless that one is of another version of the format. */
  private static Optional<EnvironmentDiff> against(
      String before, EnvironmentSpec spec, EnvironmentStore store) {
    try {
      String digest = EnvironmentStore.digest(spec);
      return Optional.of(EnvironmentDiff.between(before, store.load(before), digest, spec));
    } catch (ApplicationFailure unreadable) {
      return Optional.empty();
    }
  }

  /** Returns what changed, then the digest on a line of its own. */
  public String text() {
    String changed =
        diff.map(found -> found.same() ? "Nothing changed.\n" : found.text())
            .orElse("There is no earlier publication to compare with.\n");
    return changed + "published " + environment + " " + digest + "\n";
  }
}
