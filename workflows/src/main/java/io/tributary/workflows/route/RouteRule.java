package io.tributary.workflows.route;

/**
 * Every rule about routes, one constant each, with its sentence and the page it comes from. A test
 * shows each refusing and each satisfied.
 */
public enum RouteRule {
  FEDERATED_ENGINE(
      "Federated queries reach PostgreSQL and MySQL only: Redshift has no federated query to SQL"
          + " Server, Oracle or MariaDB.",
      Pages.CREATE_EXTERNAL_SCHEMA),
  FEDERATED_HOSTING(
      "Federated queries reach databases on RDS and Aurora only.", Pages.FEDERATED_LIMITS),
  FEDERATED_VERSION(
      "Federated queries need PostgreSQL 9.6 or MySQL 5.6, or newer.", Pages.FEDERATED_LIMITS),
  FEDERATED_FOREIGN_TABLE(
      "Federated queries do not see through a PostgreSQL foreign table (FDW), so that it is no"
          + " detour to another engine.",
      Pages.FEDERATED_LIMITS),
  FEDERATED_MYSQL_SCHEMA(
      "An external schema over MySQL takes no SCHEMA clause.", Pages.CREATE_EXTERNAL_SCHEMA),
  FEDERATED_CASE(
      "Names in mixed case need enable_case_sensitive_identifier.", Pages.FEDERATED_EXAMPLE),

  ZERO_ETL_ENGINE(
      "Zero-ETL takes PostgreSQL, MySQL and Oracle, not SQL Server or MariaDB.", Pages.ZERO_ETL),
  ZERO_ETL_HOSTING("Zero-ETL takes databases on Aurora and RDS.", Pages.ZERO_ETL),
  ZERO_ETL_AURORA_ORACLE("Aurora has no Oracle.", Pages.ZERO_ETL),
  ZERO_ETL_AURORA_MYSQL_VERSION(
      "Zero-ETL has a first version of Aurora MySQL.", Pages.AURORA_VERSIONS),
  ZERO_ETL_AURORA_POSTGRES_VERSION(
      "Zero-ETL has a first version of Aurora PostgreSQL.", Pages.AURORA_SETUP),
  ZERO_ETL_SOURCE_ARN("An integration starts from the ARN of the database.", Pages.RDS_API),
  ZERO_ETL_FOREIGN_TABLE(
      "Zero-ETL replicates ordinary tables, not PostgreSQL foreign tables.",
      Pages.FEDERATED_LIMITS),
  ZERO_ETL_FILTER_PATTERNS("A filter has at most 99 patterns.", Pages.AURORA_FILTERS),
  ZERO_ETL_FILTER_LENGTH("A pattern of a filter has at most 256 characters.", Pages.AURORA_FILTERS),
  ZERO_ETL_FILTER_PATCH(
      "Filters need a provisioned target of a certain patch.", Pages.AURORA_FILTERS),

  TARGET_ENCRYPTED("The target of zero-ETL must be encrypted.", Pages.ZERO_ETL_LIMITS),
  TARGET_NODE_TYPE(
      "The target of zero-ETL is serverless or has RA3 nodes; DC2 is excluded.",
      Pages.AURORA_SETUP),
  TARGET_NODES("A provisioned target of zero-ETL has a least number of nodes.", Pages.AURORA_SETUP),
  TARGET_CASE_SENSITIVE(
      "The target of zero-ETL needs enable_case_sensitive_identifier.", Pages.ZERO_ETL_LIMITS),
  TARGET_PRIMARY_KEY("Zero-ETL needs a primary key on every table.", Pages.ZERO_ETL_LIMITS),

  SELF_MANAGED_TARGET(
      "Zero-ETL from a self-managed database needs a provisioned target; serverless is excluded.",
      Pages.DMS_ZERO_ETL),
  SELF_MANAGED_HOSTING(
      "This route is for self-managed databases; SQL Server on RDS and on Azure is excluded.",
      Pages.DMS_ZERO_ETL),
  SELF_MANAGED_ENGINE(
      "Zero-ETL from a self-managed database takes SQL Server, Oracle, MySQL and PostgreSQL.",
      Pages.GLUE_ZERO_ETL),
  SELF_MANAGED_VERSION("DMS reads SQL Server 2008 to 2022.", Pages.DMS_SOURCES),
  SELF_MANAGED_EDITION(
      "Changes are captured in the editions Enterprise, Standard (2016 and newer) and Developer;"
          + " Express is unsupported.",
      Pages.DMS_SOURCES),

  LOAD_WATERMARK("A load must know how changes are found.", Pages.CHANGE_TRACKING),
  LOAD_WATERMARK_ENGINE(
      "Change tracking, CDC and rowversion exist in SQL Server only.", Pages.CHANGE_TRACKING),
  LOAD_WATERMARK_COLUMN("A watermark of a column needs the column's name.", Pages.CHANGE_TRACKING),
  LOAD_CDC_EDITION(
      "CDC needs the edition Enterprise, Standard (2016 and newer) or Developer.",
      Pages.DMS_SOURCES),

  FRESHNESS_REPLICATION("Replicated data is never live.", Pages.ALTER_DATABASE),
  FRESHNESS_LOAD("A load wakes the warehouse, and cannot run all the time.", Pages.OWN);

  private final String says;
  private final String source;

  RouteRule(String says, String source) {
    this.says = says;
    this.source = source;
  }

  /** Returns the rule as a sentence. */
  public String says() {
    return says;
  }

  /** Returns the page that states it. */
  public String source() {
    return source;
  }

  /** The pages. */
  private static final class Pages {
    private static final String REDSHIFT = "https://docs.aws.amazon.com/redshift/latest/";
    private static final String AURORA =
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/";
    static final String CREATE_EXTERNAL_SCHEMA = REDSHIFT + "dg/r_CREATE_EXTERNAL_SCHEMA.html";
    static final String FEDERATED_LIMITS = REDSHIFT + "dg/federated-limitations.html";
    static final String FEDERATED_EXAMPLE = REDSHIFT + "dg/federated_query_example.html";
    static final String ALTER_DATABASE = REDSHIFT + "dg/r_ALTER_DATABASE.html";
    static final String ZERO_ETL = REDSHIFT + "mgmt/zero-etl-using.html";
    static final String ZERO_ETL_LIMITS = REDSHIFT + "mgmt/zero-etl.reqs-lims.html";
    static final String AURORA_SETUP = AURORA + "zero-etl.setting-up.html";
    static final String AURORA_FILTERS = AURORA + "zero-etl.filtering.html";
    static final String AURORA_VERSIONS =
        AURORA + "Concepts.Aurora_Fea_Regions_DB-eng.Feature.Zero-ETL.html";
    static final String RDS_API =
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateIntegration.html";
    static final String DMS_ZERO_ETL =
        "https://docs.aws.amazon.com/dms/latest/userguide/zero-etl.html";
    static final String DMS_SOURCES =
        "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Introduction.Sources.html";
    static final String GLUE_ZERO_ETL =
        "https://docs.aws.amazon.com/glue/latest/dg/zero-etl-using.html";
    static final String CHANGE_TRACKING =
        "https://learn.microsoft.com/en-us/sql/relational-databases/track-changes/"
            + "work-with-change-tracking-sql-server";
    static final String OWN = "Tributary: routeLimits.loadFreshness";

    private Pages() {}
  }
}
