package io.tributary.workflows.environment;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The Redshift warehouse. Takes effect with the next run for statements, with the next rollout for
 * what is created.
 *
 * @param managed Whether Tributary creates the warehouse or adopts one that exists. An adopted
 *     warehouse is verified and never changed.
 * @param kind Serverless or provisioned. Decides which routes are possible and which of {@code
 *     serverless} and {@code provisioned} is read.
 * @param name The workgroup of a serverless warehouse, the cluster identifier of a provisioned one.
 *     Every statement is sent there.
 * @param namespace The namespace of a serverless warehouse. Absent: it has the workgroup's name.
 *     Without a meaning for a provisioned one.
 * @param database The database in which views, loads and the schema {@code tributary} live. It is
 *     never the one of an integration, which is read-only.
 * @param secret The secret of the service user that owns what Tributary makes. Absent: statements
 *     run under the worker's IAM identity, and a renamed role is then another owner.
 * @param port The port on which the warehouse listens. Drivers and security groups use it; the Data
 *     API does not. Serverless accepts 5431 to 5455 and 8191 to 8215.
 * @param encrypted Whether the storage is encrypted. Zero-ETL needs it; serverless always is.
 * @param caseSensitiveIdentifiers Whether {@code enable_case_sensitive_identifier} is on. Zero-ETL
 *     needs it, and federated queries do for names in mixed case; while it is on, materialized
 *     views over Iceberg tables cannot be refreshed.
 * @param kmsKey The key that encrypts the storage. Absent: the key that AWS owns.
 * @param iamRole The role with which the warehouse reads S3 and secrets. {@code default} is the one
 *     that is marked so on the warehouse.
 * @param serverless Capacity of a serverless warehouse. Read only for {@code kind: SERVERLESS}.
 * @param provisioned Nodes of a provisioned cluster. Absent for serverless, required otherwise.
 * @param dataApi How hard the Data API is used.
 * @param parameters Further configuration parameters by name. Compared with those of the warehouse
 *     and set on one that Tributary manages.
 */
public record Warehouse(
    @Default("ADOPT") Management managed,
    @Default("SERVERLESS") WarehouseKind kind,
    @Format(TextFormat.NAME) String name,
    @Format(TextFormat.NAME) @Nullable String namespace,
    @Format(TextFormat.IDENTIFIER) String database,
    @Format(TextFormat.SECRET_ARN) @Nullable String secret,
    @Default("5439") @Limits(min = "1", max = "65535") int port,
    @Default("true") boolean encrypted,
    @Default("false") boolean caseSensitiveIdentifiers,
    @Format(TextFormat.KMS_KEY) @Nullable String kmsKey,
    @Default("default") @Format(TextFormat.IAM_ROLE) String iamRole,
    Serverless serverless,
    @Nullable Provisioned provisioned,
    DataApi dataApi,
    SortedMap<String, String> parameters) {

  /** Returns what a statement needs to find this warehouse. */
  public WarehouseRef reference() {
    return new WarehouseRef(kind, name, database, secret);
  }

  /** Who makes the warehouse. */
  public enum Management {
    /** Tributary creates and changes it through CloudFormation. */
    CREATE,
    /** It exists and is only verified. */
    ADOPT
  }

  /**
   * Capacity of a serverless warehouse. Takes effect with the next rollout.
   *
   * @param baseCapacity Redshift processing units (RPU) at which it starts. More is faster and
   *     dearer by the second.
   * @param maxCapacity RPUs to which it may grow. Absent: AWS's own limit.
   * @param monthlyLimit RPU-hours a month after which the usage limit acts. Absent: no limit, and
   *     every cost report says so.
   */
  public record Serverless(
      @Default("8") @Limits(min = "4", max = "1024") int baseCapacity,
      @Limits(min = "4", max = "5632") @Nullable Integer maxCapacity,
      @Limits(min = "1", max = "1000000") @Nullable Integer monthlyLimit) {}

  /**
   * Nodes of a provisioned cluster. Takes effect with the next rollout.
   *
   * @param nodeType The type of its nodes, for instance {@code ra3.xlplus}. DC2 is at its end of
   *     life and takes no integration.
   * @param nodes How many there are. The set-up page of zero-ETL asks for two.
   * @param patch The patch number of the cluster's version. Absent: not known; filters of
   *     integrations need 180.
   */
  public record Provisioned(
      String nodeType,
      @Limits(min = "1", max = "128") int nodes,
      @Limits(min = "1", max = "100000") @Nullable Integer patch) {}

  /**
   * How hard the Data API is used. Its quotas are one for the whole account and region, and their
   * numbers are reported, not published: lower them where others share the account. Takes effect
   * when a worker starts.
   *
   * @param submitsPerSecond Statements submitted a second by all workers together. The server of
   *     Temporal enforces it on the queue of submits; the quota is about 30.
   * @param maxActiveStatements Statements that may be active at a time in one worker. The warehouse
   *     refuses more than about 200.
   */
  public record DataApi(
      @Default("20") @Limits(min = "0.1", max = "1000") double submitsPerSecond,
      @Default("100") @Limits(min = "1", max = "500") int maxActiveStatements) {}
}
