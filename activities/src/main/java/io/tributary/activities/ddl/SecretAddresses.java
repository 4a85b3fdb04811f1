package io.tributary.activities.ddl;

import io.tributary.activities.source.SourceSecret;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;

/** Addresses by the specification, and where it says nothing by the source's secret. */
public final class SecretAddresses implements SourceAddresses {
  private final SourceSecrets secrets;

  /** Makes it; no secret is read. */
  public SecretAddresses(SourceSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public Address of(Source source) {
    String host = source.host();
    Integer port = source.port();
    if (host == null || port == null) {
      SourceSecret secret = secrets.read(source.secret());
      host = host == null ? secret.host() : host;
      port = port == null ? secret.port() : port;
    }
    if (host == null) {
      throw Failures.of(
          ErrorCode.SECRET_INCOMPLETE,
          "source "
              + source.name()
              + ": neither the specification nor the secret "
              + source.secret()
              + " says the host");
    }
    return new Address(host, port == null ? usualPort(source.engine()) : port);
  }

  private static int usualPort(Engine engine) {
    return switch (engine) {
      case POSTGRES -> 5432;
      case MYSQL, MARIADB -> 3306;
      case SQL_SERVER -> 1433;
      case ORACLE -> 1521;
    };
  }
}
