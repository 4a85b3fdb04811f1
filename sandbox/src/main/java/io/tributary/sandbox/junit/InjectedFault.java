package io.tributary.sandbox.junit;

import io.tributary.sandbox.trouble.FaultKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fault to inject; begin with {@link #of} and narrow it. Without more words it meets every call
 * of the service, always, until it is removed.
 */
public final class InjectedFault {
  private final Map<String, Object> members;

  private InjectedFault(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * @param service signing name, such as {@code redshift-data}
   * @param kind what happens
   */
  public static InjectedFault of(String service, FaultKind kind) {
    return new InjectedFault(Map.of("service", service, "kind", kind.wireName()));
  }

  /** Meets this operation only. */
  public InjectedFault operation(String name) {
    return with("operation", name);
  }

  /** Meets calls and statements only whose SQL contains a match of this regular expression. */
  public InjectedFault sql(String regex) {
    return with("sql", regex);
  }

  /** Lasts at least this long, in the sandbox's time; for {@link FaultKind#SLOW}. */
  public InjectedFault lasting(Duration duration) {
    return with("millis", duration.toMillis());
  }

  /** Happens this often and then no more. */
  public InjectedFault times(int times) {
    return with("times", times);
  }

  /** Happens with this chance, from 0 to 1. */
  public InjectedFault probability(double chance) {
    return with("probability", chance);
  }

  /** Text of the error. */
  public InjectedFault message(String message) {
    return with("message", message);
  }

  Map<String, Object> toJson() {
    return members;
  }

  private InjectedFault with(String name, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new InjectedFault(more);
  }
}
