package io.tributary.activities.source;

import io.tributary.workflows.environment.Engine;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections that only read, each secured as the specification says and never less. At most
 * {@code maxParallelReads} of a source are open at a time in this process.
 */
public final class JdbcSources {
  private final SourceSecrets secrets;
  private final ReadPolicy policy;
  private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

  /** Makes it; nothing is opened. */
  public JdbcSources(SourceSecrets secrets, ReadPolicy policy) {
    this.secrets = secrets;
    this.policy = policy;
  }

  /**
   * Opens a connection. Its statements all see the source as it was at the first one.
   *
   * @throws io.temporal.failure.ApplicationFailure of the type of an {@code ErrorCode} {@code
   *     SOURCE_…} or {@code SECRET_…}; its text never holds the password
   */
  public SourceConnection open(Source source) {
    SourceDialect dialect = dialect(source);
    SourceSecret secret = secrets.read(source.secret());
    String host = host(source, secret);
    if (source.tls() == Source.Tls.DISABLE) {
      requireLoopback(source.name(), host);
    }
    String url = dialect.url(host, port(source, secret, dialect), source.database());
    Properties settings = dialect.settings(source, policy);
    settings.setProperty("user", secret.username());
    settings.setProperty("password", secret.password());
    Semaphore slot = slot(source);
    try {
      Connection connection = connected(dialect, url, settings);
      return new SourceConnection(
          source.name(), connection, dialect, policy.fetchRows(), slot::release);
    } catch (SQLException e) {
      slot.release();
      throw dialect.diagnose(e).failure("connect to source " + source.name());
    } catch (RuntimeException | Error e) {
      slot.release();
      throw e;
    }
  }

  private Connection connected(SourceDialect dialect, String url, Properties settings)
      throws SQLException {
    Connection connection = DriverManager.getConnection(url, settings);
    try {
      dialect.prepare(connection, policy);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Semaphore slot(Source source) {
    Semaphore slot =
        slots.computeIfAbsent(
            source.name(), name -> new Semaphore(source.maxParallelReads(), true));
    try {
      if (slot.tryAcquire(policy.slot().toMillis(), TimeUnit.MILLISECONDS)) {
        return slot;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Failures.of(
        ErrorCode.SOURCE_BUSY,
        "all "
            + source.maxParallelReads()
            + " connections to source "
            + source.name()
            + " are in use");
  }

  private static SourceDialect dialect(Source source) {
    if (source.engine() == Engine.POSTGRES) {
      return new PostgresDialect();
    }
    throw Failures.of(
        ErrorCode.ROUTE_REFUSED,
        "source " + source.name() + " is " + source.engine() + ": only POSTGRES can be read yet");
  }

  private static String host(Source source, SourceSecret secret) {
    String host = source.host() == null ? secret.host() : source.host();
    if (host == null) {
      throw Failures.of(
          ErrorCode.SECRET_INCOMPLETE,
          source.secret() + " lacks the field 'host', and source " + source.name() + " names none");
    }
    return host;
  }

  private static int port(Source source, SourceSecret secret, SourceDialect dialect) {
    @Nullable Integer port = source.port() == null ? secret.port() : source.port();
    return port == null ? dialect.usualPort() : port;
  }

  /** A password over plain text is out for everyone between here and there to read. */
  private static void requireLoopback(String name, String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw Failures.of(ErrorCode.SOURCE_UNREACHABLE, "source " + name + ": no machine " + host);
    }
    throw Failures.of(
        ErrorCode.SOURCE_TLS_REFUSED,
        "source "
            + name
            + " has tls: DISABLE, which is for loopback only, and "
            + host
            + " is not");
  }
}
