package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is laid over the one that it extends. */
class ExtendsTest {
  @TempDir Path folder;

  private EnvironmentSpec over(String upper) throws IOException {
    write("base.yaml", BadSpecificationTest.SOUND);
    return EnvironmentFile.read(write("upper.yaml", "extends: base.yaml\n" + upper));
  }

  @Test
  void mappingsMergeKeyByKey() throws IOException {
    EnvironmentSpec spec = over("warehouse: {database: other}\n");
    assertThat(spec.warehouse().database()).isEqualTo("other");
    assertThat(spec.warehouse().name()).isEqualTo("test");
  }

  @Test
  void namedEntriesMergeAndNewOnesComeLast() throws IOException {
    EnvironmentSpec spec =
        over(
            """
            sources:
              - name: aurora
                database: other
                tables:
                  - {schema: public, name: items, masked: [price]}
                  - {schema: public, name: more, target: shop.more, route: EXTERNAL}
            """);
    assertThat(spec.sources()).hasSize(1);
    assertThat(spec.sources().getFirst().database()).isEqualTo("other");
    List<SourceTable> tables = spec.sources().getFirst().tables();
    assertThat(tables).extracting(SourceTable::name).containsExactly("orders", "items", "more");
    assertThat(tables.get(1).masked()).containsExactly("price");
    assertThat(tables.get(1).target()).isEqualTo("shop.items");
  }

  @Test
  void otherListsAreReplaced() throws IOException {
    String subnets = "[subnet-0f985b2a39b8e7094, subnet-02cb1a70c7d797105]";
    assertThat(over("network: {subnets: " + subnets + "}\n").network().subnets()).hasSize(2);
  }

  @Test
  void aTildeTakesAway() throws IOException {
    EnvironmentSpec spec = over("schedules: ~\n");
    assertThat(spec.schedules()).isEmpty();
  }

  @Test
  void aProblemNamesTheFileItIsIn() throws IOException {
    write("base.yaml", BadSpecificationTest.SOUND.replace("engine: POSTGRES", "engine: DB2"));
    Path upper = write("upper.yaml", "extends: base.yaml\nname: Upper\n");
    List<Problem> problems = EnvironmentCheck.of(upper).problems();
    assertThat(problems)
        .anySatisfy(problem -> at(problem, "base.yaml", 13, "sources[0].engine"))
        .anySatisfy(problem -> at(problem, "upper.yaml", 2, "name"));
  }

  @Test
  void aCircleAndAMissingFileAreProblems() throws IOException {
    write("a.yaml", "extends: b.yaml\n" + BadSpecificationTest.SOUND);
    write("b.yaml", "extends: a.yaml\nversion: 1\n");
    assertThat(EnvironmentCheck.of(folder.resolve("a.yaml")).text()).contains("in a circle");
    write("c.yaml", "extends: nowhere.yaml\n" + BadSpecificationTest.SOUND);
    assertThat(EnvironmentCheck.of(folder.resolve("c.yaml")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.seen()).contains("there is no file"));
  }

  private static void at(Problem problem, String file, int line, String path) {
    assertThat(problem.place().file()).endsWith(file);
    assertThat(problem.place().line()).isEqualTo(line);
    assertThat(problem.path()).isEqualTo(path);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
