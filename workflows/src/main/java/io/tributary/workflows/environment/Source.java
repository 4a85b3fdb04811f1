package io.tributary.workflows.environment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database whose tables the warehouse shall have. Takes effect with the next run.
 *
 * @param name The source's name: part of table names, queues and schedules. Changing it makes it
 *     another source.
 * @param engine The database engine. Together with {@code engineVersion} and {@code hosting} it
 *     decides which routes are possible.
 * @param engineVersion The engine's version, for SQL Server the year. Absent: not known, and routes
 *     with a minimum version say so and are verified by the preflight.
 * @param edition The edition of SQL Server. Absent: not known. Express cannot be captured.
 * @param hosting Who runs it. Federated queries reach RDS and Aurora only.
 * @param host The machine, for SQL Server the listener of the availability group. Absent: taken
 *     from the secret. It wins over the secret's.
 * @param port The port. Absent: taken from the secret, then the engine's usual one. It wins over
 *     the secret's.
 * @param database The database on that machine.
 * @param secret The secret with the login: {@code engine}, {@code username}, {@code password}, and
 *     where the specification does not say them {@code host} and {@code port}. Read by the worker
 *     and, for federated queries, by the warehouse.
 * @param cluster The ARN of the RDS or Aurora database that an integration starts from. Absent:
 *     only routes without an integration are possible.
 * @param route The route of all tables that do not name their own. Absent: the planner chooses, and
 *     {@code tributary env routes} says why.
 * @param externalSchema The schema through which the warehouse reads the source live. Absent: none
 *     is made. Needs a route that can be federated.
 * @param caCertificate A file with the certificate of the authority that the source's certificate
 *     is checked against. Absent: the authorities of the Java runtime and of RDS.
 * @param tls How far the connection is secured. Never lowered silently.
 * @param freshness How old the data in the warehouse may be, for tables that do not say. Under five
 *     minutes only live and replicated routes can keep it.
 * @param maxParallelReads Connections that loads and comparisons open at a time, in all. More is
 *     faster and heavier for the source.
 * @param tables The tables that the source gives.
 */
public record Source(
    @Format(TextFormat.NAME) String name,
    Engine engine,
    @Format(TextFormat.VERSION) @Nullable String engineVersion,
    @Nullable Edition edition,
    Hosting hosting,
    @Format(TextFormat.HOST) @Nullable String host,
    @Limits(min = "1", max = "65535") @Nullable Integer port,
    String database,
    @Format(TextFormat.SECRET_ARN) String secret,
    @Format(TextFormat.ARN) @Nullable String cluster,
    @Nullable RouteKind route,
    @Nullable ExternalSchema externalSchema,
    @Nullable String caCertificate,
    @Default("VERIFY_FULL") Tls tls,
    @Default("1h") @Limits(min = "0s", max = "366d") Duration freshness,
    @Default("4") @Limits(min = "1", max = "64") int maxParallelReads,
    List<SourceTable> tables) {

  /** How far a connection to a source is secured. */
  public enum Tls {
    /** Encrypted; the certificate and the host name are checked. */
    VERIFY_FULL,
    /** Encrypted; the certificate is not checked. Every report says so. */
    REQUIRE,
    /** Plain text, for machines on loopback only. Every report says so. */
    DISABLE
  }

  /**
   * The schema of the warehouse through which a source is read live. Takes effect when the
   * specification is applied; there is no ALTER, so a changed one is dropped and made again.
   *
   * @param name Its name in the warehouse.
   * @param sourceSchema The schema of the source. Absent for MySQL, which has none.
   * @param iamRole The role with which the warehouse reads the secret.
   */
  public record ExternalSchema(
      @Format(TextFormat.IDENTIFIER) String name,
      @Nullable String sourceSchema,
      @Default("default") @Format(TextFormat.IAM_ROLE) String iamRole) {}
}
