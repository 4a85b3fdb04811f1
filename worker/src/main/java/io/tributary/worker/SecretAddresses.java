package io.tributary.worker;

import io.tributary.activities.ddl.SourceAddresses;
import io.tributary.activities.source.SourceSecret;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;

/**
 * Where sources listen: as the specification says, and what it leaves open as their secret says.
 */
public final class SecretAddresses implements SourceAddresses {
  private final SourceSecrets secrets;

  /** Makes it; nothing is read yet. */
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
          source.secret() + " lacks the field 'host', and source " + source.name() + " names none");
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
