package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each thing that can be wrong gives one problem with its place, what was seen and what is right.
 */
class BadSpecificationTest {
  private static final String SECRET =
      "arn:aws:secretsmanager:us-west-2:111122223333:secret:x-AbCdEf";

  static final String SOUND =
      """
      version: 1
      name: test
      account: {id: "111122223333", region: us-west-2}
      network:
        securityGroups: []
        subnets: []
      warehouse:
        name: test
        database: dev
      approvals: {proof: DECLARED}
      sources:
        - name: aurora
          engine: POSTGRES
          hosting: AURORA
          database: shop
          secret: %s
          route: FEDERATED
          externalSchema: {name: live, sourceSchema: public}
          tables:
            - {schema: public, name: orders, target: shop.orders, route: EXTERNAL}
            - {schema: public, name: items, target: shop.items, route: EXTERNAL}
      schemas:
        - name: mart
      views:
        - {name: mart.v, sql: SELECT a FROM shop.orders}
      refreshGroups:
        - name: marts
      materializedViews:
        - {name: mart.a, group: marts, sql: SELECT a FROM shop.orders}
        - {name: mart.b, group: marts, sql: SELECT a FROM mart.a}
      reconciliationGroups:
        - {name: core, tables: [aurora.public.orders]}
      roles:
        - name: analyst
          grants:
            - {privilege: SELECT, on: mart}
      schedules:
        - {name: nightly, job: REFRESH, cron: "0 3 * * *"}
      """
          .formatted(SECRET);

  @TempDir Path folder;

  /** One mistake: the text that is replaced, and what must be said about it. */
  record Mistake(String from, String to, String path, String seen, String accepted) {
    @Override
    public String toString() {
      return path + ": " + seen;
    }
  }

  private static Mistake mistake(
      String from, String to, String path, String seen, String accepted) {
    return new Mistake(from, to, path, seen, accepted);
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(values(), places(), warehouse(), sources(), views(), access())
        .flatMap(List::stream);
  }

  private static List<Mistake> values() {
    return List.of(
        mistake("database: dev", "databse: dev", "warehouse.databse", "not known", "database?"),
        mistake("database: dev", "port: 5439", "warehouse.database", "missing", "SQL identifier"),
        mistake("version: 1", "version: 2", "version", "2 (a number)", "the number 1"),
        mistake("version: 1", "version: one", "version", "\"one\"", "the number 1"),
        mistake("id: \"111122223333\"", "id: 111122223333", "account.id", "a number", "in quotes"),
        mistake("region: us-west-2", "region: oregon", "account.region", "\"oregon\"", "us-west-2"),
        mistake(
            "engine: POSTGRES",
            "engine: POSTGRESS",
            "sources[0].engine",
            "\"POSTGRESS\"",
            "Did you mean POSTGRES?"),
        mistake(
            "hosting: AURORA",
            "hosting: aurora",
            "sources[0].hosting",
            "\"aurora\"",
            "Did you mean AURORA?"),
        mistake("database: shop", "database: [shop]", "sources[0].database", "a list", "text"),
        mistake(
            "  securityGroups: []",
            "  securityGroups: sg",
            "network.securityGroups",
            "\"sg\"",
            "a list"),
        mistake(
            "- name: marts",
            "- {name: marts, maxParallel: 0}",
            "refreshGroups[0].maxParallel",
            "0 (a number)",
            "from 1 to 50"),
        mistake(
            "- name: marts",
            "- {name: marts, maxParallel: many}",
            "refreshGroups[0].maxParallel",
            "\"many\"",
            "a whole number"),
        mistake(
            "group: marts, sql: SELECT a FROM shop",
            "freshness: soon, group: marts, sql: SELECT a FROM shop",
            "materializedViews[0].freshness",
            "\"soon\"",
            "a duration like"),
        mistake(
            "group: marts, sql: SELECT a FROM shop",
            "freshness: 3600, group: marts, sql: SELECT a FROM shop",
            "materializedViews[0].freshness",
            "3600 (a number)",
            "a duration like"),
        mistake(
            "group: marts, sql: SELECT a FROM shop",
            "backup: yes, group: marts, sql: SELECT a FROM shop",
            "materializedViews[0].backup",
            "\"yes\"",
            "true or false"),
        mistake("name: test\naccount", "name: Test_1\naccount", "name", "\"Test_1\"", "lower-case"),
        mistake(
            "    secret: " + SECRET + "\n",
            "",
            "sources[0].secret",
            "required and missing",
            "the ARN of a secret"),
        mistake(
            "secret: " + SECRET,
            "secret: hunter2hunter2",
            "sources[0].secret",
            "a text of 14 characters (not shown)",
            "the ARN of a secret"));
  }

  private static List<Mistake> places() {
    return List.of(
        mistake(
            "name: test\naccount", "name: test\nname: again\naccount", "name", "twice", "Keep one"),
        mistake(
            "database: shop", "database: &anchor shop", "sources[0].database", "anchor", "extends"),
        mistake(
            "database: shop",
            "database: shop\n    password: hunter2",
            "sources[0].password",
            "a secret in plain text (not shown)",
            "Secrets Manager"),
        mistake(
            "database: shop",
            "database: postgres://me:hunter2@host/shop",
            "sources[0].database",
            "(not shown)",
            "Secrets Manager"),
        mistake(
            "schemas:",
            "tags: {owner: AKIAIOSFODNN7EXAMPLE}\nschemas:",
            "tags.owner",
            "(not shown)",
            "Secrets Manager"));
  }

  private static List<Mistake> warehouse() {
    return List.of(
        mistake(
            "database: dev",
            "database: dev\n  port: 5460",
            "warehouse.port",
            "5460",
            "5431 to 5455 or 8191 to 8215"),
        mistake(
            "database: dev",
            "database: dev\n  port: 70000",
            "warehouse.port",
            "70000",
            "from 1 to 65535"),
        mistake(
            "database: dev",
            "database: dev\n  encrypted: false",
            "warehouse.encrypted",
            "false",
            "always encrypted"),
        mistake(
            "database: dev",
            "database: dev\n  kind: PROVISIONED",
            "warehouse.provisioned",
            "missing",
            "nodeType"),
        mistake(
            "database: dev",
            "database: dev\n  kind: PROVISIONED\n  provisioned: {nodeType: dc2.large, nodes: 2}",
            "warehouse.provisioned.nodeType",
            "dc2.large",
            "ra3"),
        mistake(
            "database: dev",
            "database: dev\n  provisioned: {nodeType: ra3.4xlarge, nodes: 2}",
            "warehouse.provisioned",
            "serverless",
            "PROVISIONED"),
        mistake(
            "database: dev",
            "database: dev\n  serverless: {baseCapacity: 16, maxCapacity: 8}",
            "warehouse.serverless.maxCapacity",
            "8 is less",
            "base capacity"),
        mistake(
            "database: dev",
            "database: dev\n  kind: PROVISIONED\n  namespace: x\n  provisioned: {nodeType: ra3.4xlarge, nodes: 2}",
            "warehouse.namespace",
            "\"x\"",
            "SERVERLESS"),
        mistake(
            "subnets: []",
            "subnets: [subnet-0f985b2a39b8e7094, subnet-02cb1a70c7d797105]\n  enhancedVpcRouting: true",
            "network.subnets",
            "2 with enhancedVpcRouting: true",
            "3 subnets in 3 zones"),
        mistake(
            "subnets: []",
            "subnets: [subnet-0f985b2a39b8e7094]",
            "network.subnets",
            "1 with",
            "2 subnets in 2 zones"),
        mistake(
            "subnets: []",
            "subnets: [subnet-0f985b2a39b8e7094, subnet-0f985b2a39b8e7094]",
            "network.subnets",
            "twice",
            "once"),
        mistake(
            "subnets: []\nwarehouse:",
            "subnets: [subnet-0f985b2a39b8e7094, subnet-02cb1a70c7d797105]\nwarehouse:\n  managed: CREATE",
            "network.vpc",
            "missing",
            "ADOPT"));
  }

  private static List<Mistake> sources() {
    return List.of(
        mistake(
            "engine: POSTGRES\n    hosting: AURORA\n    database: shop\n    secret: "
                + SECRET
                + "\n    route: FEDERATED",
            "engine: SQL_SERVER\n    hosting: SELF_MANAGED\n    database: shop\n    secret: "
                + SECRET
                + "\n    route: INCREMENTAL_LOAD",
            "sources[0].externalSchema",
            "an external schema over SQL_SERVER",
            "take it away"),
        mistake(
            "name: items, target: shop.items, route: EXTERNAL}",
            "name: orders, target: shop.other, route: FEDERATED}",
            "sources[0].tables[1].name",
            "two routes claim this table: aurora.public.orders (EXTERNAL) and"
                + " aurora.public.orders (FEDERATED)",
            "one route"),
        mistake(
            "name: items, target: shop.items",
            "name: items, target: shop.orders",
            "sources[0].tables[1].target",
            "two routes claim shop.orders",
            "its own target"),
        mistake(
            "name: items, target: shop.items",
            "name: items",
            "sources[0].tables[1].target",
            "missing",
            "schema.table"),
        mistake(
            "name: items, target: shop.items",
            "name: items, target: mart.a",
            "sources[0].tables[1].target",
            "is a view",
            "table"),
        mistake(
            "name: items, target: shop.items",
            "name: items, watermarkColumn: x, target: shop.items",
            "sources[0].tables[1].watermarkColumn",
            "watermark null",
            "COLUMN"),
        mistake(
            "name: items, target: shop.items",
            "name: items, key: [a, a], target: shop.items",
            "sources[0].tables[1].key",
            "twice",
            "once"),
        mistake(
            "engine: POSTGRES\n    hosting: AURORA",
            "engine: SQL_SERVER\n    hosting: SELF_MANAGED",
            "sources[0].route",
            "Redshift has no federated query to SQL Server",
            "Or choose INCREMENTAL_LOAD"),
        mistake(
            "hosting: AURORA",
            "hosting: AURORA\n    edition: EXPRESS",
            "sources[0].edition",
            "EXPRESS for POSTGRES",
            "SQL Server"),
        mistake(
            "engine: POSTGRES\n",
            "engine: ORACLE\n",
            "sources[0].hosting",
            "AURORA for ORACLE",
            "RDS"),
        mistake(
            "externalSchema: {name: live, sourceSchema: public}",
            "freshness: 1h",
            "sources[0].externalSchema",
            "missing",
            "with a name"),
        mistake(
            "{name: live, sourceSchema: public}",
            "{name: live}",
            "sources[0].externalSchema.sourceSchema",
            "missing",
            "public"),
        mistake(
            "{name: live, sourceSchema: public}",
            "{name: mart, sourceSchema: public}",
            "sources[0].externalSchema.name",
            "twice",
            "its own name"),
        mistake(
            "hosting: AURORA",
            "hosting: AURORA\n    host: db.example.com\n    tls: DISABLE",
            "sources[0].tls",
            "DISABLE for db.example.com",
            "loopback"));
  }

  private static List<Mistake> views() {
    return List.of(
        mistake(
            "name: orders, target: shop.orders, route: EXTERNAL}",
            "name: orders}",
            "reconciliationGroups[0].tables[0]",
            "has no target",
            "to compare with"),
        mistake(
            "group: marts, sql: SELECT a FROM shop.orders",
            "group: martz, sql: SELECT a FROM shop.orders",
            "materializedViews[0].group",
            "\"martz\" does not exist",
            "Did you mean marts?"),
        mistake("name: mart.b", "name: mart.a", "materializedViews[1].name", "twice", "its own"),
        mistake(
            "name: mart.b",
            "name: mart.v",
            "materializedViews[0].name|materializedViews[1].name",
            "twice",
            "its own"),
        mistake(
            "name: mart.b",
            "name: marts.b",
            "materializedViews[1].name",
            "\"marts\"",
            "Did you mean mart?"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "sql: SELECT a FROM mart.v",
            "materializedViews[1].sql",
            "it reads the view mart.v",
            "materialized view"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "sql: SELECT a FROM mart.a ORDER BY a",
            "materializedViews[1].sql",
            "ORDER BY",
            "refuses"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "sql: SELECT a FROM mart.a LIMIT 5",
            "materializedViews[1].sql",
            "LIMIT",
            "refuses"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "sql: DELETE FROM mart.a",
            "materializedViews[1].sql",
            "not one query",
            "SELECT"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "autoRefresh: true, sql: SELECT a FROM mart.a",
            "materializedViews[1].autoRefresh",
            "it reads mart.a",
            "autoRefresh: false"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "autoRefresh: true, sql: SELECT a FROM live.orders",
            "materializedViews[1].autoRefresh",
            "it reads live.orders",
            "autoRefresh: false"),
        mistake(
            "sql: SELECT a FROM mart.a",
            "distribution: KEY, sql: SELECT a FROM mart.a",
            "materializedViews[1].distributionKey",
            "nothing",
            "together"),
        mistake(
            "group: marts, sql: SELECT a FROM shop.orders",
            "group: marts, sql: SELECT a FROM mart.b",
            "materializedViews[0].sql|materializedViews[1].sql",
            "reads itself",
            "away"),
        mistake(
            "[aurora.public.orders]",
            "[aurora.public.order]",
            "reconciliationGroups[0].tables[0]",
            "does not exist",
            "Did you mean aurora.public.orders?"),
        mistake(
            "[aurora.public.orders]}",
            "[aurora.public.orders]}\n  - {name: more, tables: [aurora.public.orders]}",
            "reconciliationGroups[1].tables[0]",
            "in group core already",
            "one group"));
  }

  private static List<Mistake> access() {
    return List.of(
        mistake(
            "{privilege: SELECT, on: mart}",
            "{privilege: SELECT, on: live.orders}",
            "roles[0].grants[0].on",
            "external schema",
            "on: live"),
        mistake(
            "{privilege: SELECT, on: mart}",
            "{privilege: USAGE, on: mart, columns: [a]}",
            "roles[0].grants[0].columns",
            "columns for USAGE",
            "SELECT and UPDATE"),
        mistake(
            "schedules:",
            "policies:\n  - {name: p, kind: MASKING, using: x, on: [live.orders]}\nschedules:",
            "policies[0].on[0]",
            "external schema",
            "local tables"),
        mistake(
            "schedules:",
            "policies:\n  - {name: p, kind: MASKING, using: x, on: [shop.x], roles: [analist]}\nschedules:",
            "policies[0].roles[0]",
            "\"analist\"",
            "Did you mean analyst?"),
        mistake(
            "schedules:",
            "policies:\n  - {name: p, kind: ROW_LEVEL, using: x, on: [mart.a]}\nschedules:",
            "materializedViews[1].sql",
            "under a policy",
            "row-level"),
        mistake(
            "approvals: {proof: DECLARED}",
            "approvals: {proof: SIGNED}",
            "approvals.approvers",
            "0 approvers where 1",
            "DECLARED"),
        mistake(
            "proof: DECLARED",
            "proof: DECLARED, deadline: 1h, reminder: 2h",
            "approvals.reminder",
            "2h",
            "before"),
        mistake("\"0 3 * * *\"", "\"0 25 * * *\"", "schedules[0].cron", "the hour", "*/15"),
        mistake("\"0 3 * * *\"", "\"0 3 * *\"", "schedules[0].cron", "\"0 3 * *\"", "five cron"),
        mistake(
            "job: REFRESH",
            "job: REFRESH, timeZone: America/Los_Angles",
            "schedules[0].timeZone",
            "no time zone",
            "America/Los_Angeles"));
  }

  @Test
  void theSoundOneIsSound() throws IOException {
    assertThat(EnvironmentCheck.of(file(SOUND)).text()).contains("test is sound");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereWhatAndWhatIsRight(Mistake mistake) throws IOException {
    assertThat(SOUND).as("the row's text").contains(mistake.from());
    List<Problem> problems = problems(SOUND.replace(mistake.from(), mistake.to()));
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(mistake.path().split("\\|")).contains(problem.path());
              assertThat(problem.seen()).contains(mistake.seen());
              assertThat(problem.accepted()).contains(mistake.accepted());
            });
    for (Problem problem : problems) {
      assertThat(problem.toString()).doesNotContain("hunter2", "AKIA");
      assertThat(problem.place().line()).isPositive();
    }
  }

  @Test
  void theLineIsThatOfTheKey() throws IOException {
    Problem problem = problems(SOUND.replace("engine: POSTGRES", "engine: DB2")).getFirst();
    assertThat(problem.place().line()).isEqualTo(13);
    assertThat(problem.place().file()).endsWith("test.yaml");
    assertThat(problem.toString()).contains("test.yaml:13 sources[0].engine: \"DB2\"");
  }

  @Test
  void allProblemsComeAtOnce() throws IOException {
    String bad =
        SOUND
            .replace("version: 1", "version: 7")
            .replace("engine: POSTGRES", "engine: POSTGRESS")
            .replace(
                "      - {schema: public, name: items,", "      - {shema: public, name: items,")
            .replace(
                "group: marts, sql: SELECT a FROM mart.a", "group: x, sql: SELECT a FROM mart.v")
            .replace("\"0 3 * * *\"", "\"61 3 * * *\"");
    assertThat(problems(bad))
        .extracting(Problem::path)
        .contains(
            "version",
            "sources[0].engine",
            "sources[0].tables[1].shema",
            "sources[0].tables[1].schema",
            "materializedViews[1].group",
            "materializedViews[1].sql",
            "schedules[0].cron");
  }

  @Test
  void whatIsNotYamlIsSaidWithoutQuotingTheLine() throws IOException {
    String bad = SOUND.replace("database: shop", "password: \"hunter2\n  x: [");
    assertThatThrownBy(() -> EnvironmentFile.read(file(bad)))
        .isInstanceOf(EnvironmentProblems.class)
        .hasMessageContaining("this is not YAML")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aMissingFileAnEmptyOneAndAListAreProblems() throws IOException {
    assertThat(EnvironmentCheck.of(folder.resolve("none.yaml")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.seen()).contains("cannot be read"));
    assertThat(problems(""))
        .singleElement()
        .extracting(Problem::seen)
        .isEqualTo("the file is empty");
    assertThat(problems("- a\n"))
        .singleElement()
        .extracting(Problem::seen)
        .isEqualTo("a list does not fit");
  }

  @Test
  void aKeyThatIsNoTextAndAFileThatIsTooLargeAreProblems() throws IOException {
    assertThat(problems(SOUND + "? [a, b]\n: c\n"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.seen()).isEqualTo("a key that is not text"));
    assertThat(problems("# " + "x".repeat(4_000_000) + "\nversion: 1\n"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.seen()).isEqualTo("this is not YAML"));
  }

  private List<Problem> problems(String yaml) throws IOException {
    List<Problem> problems = EnvironmentCheck.of(file(yaml)).problems();
    assertThat(problems).as("problems of%n%s", yaml).isNotEmpty();
    return problems;
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("test.yaml"), yaml);
  }
}
