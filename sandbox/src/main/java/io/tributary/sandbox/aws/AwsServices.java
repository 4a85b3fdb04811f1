package io.tributary.sandbox.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The services the endpoint serves, by signing name. */
public final class AwsServices {
  private final Map<String, AwsService<?>> services = new ConcurrentHashMap<>();

  /** Serves a fake from now on, in place of an earlier one with the same name. */
  public void add(AwsService<?> service) {
    services.put(service.signingName(), service);
  }

  Optional<AwsService<?>> find(String signingName) {
    return Optional.ofNullable(services.get(signingName));
  }
}
