package io.tributary.activities.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** An independent judge holds the published schema to the files and to mistakes in them. */
class EnvironmentSchemaTest {
  private static final String FILE = "environments/schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theFileIsMadeFromTheRecords() throws IOException {
    Accepted.assertEqual(FILE, EnvironmentSchema.of(RecordTexts.read()));
  }

  static List<Path> files() throws IOException {
    return EnvironmentFilesTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEnvironmentIsValid(Path file) throws IOException {
    assertThat(judge(Files.readString(file))).isEmpty();
  }

  @Test
  void theCommonBaseIsAValidPart() throws IOException {
    String base = Files.readString(EnvironmentFilesTest.ENVIRONMENTS.resolve("base/common.yaml"));
    assertThat(judge("extends: nothing.yaml\n" + base)).isEmpty();
  }

  @Test
  void theSoundTestFileIsValid() throws IOException {
    assertThat(judge(BadSpecificationTest.SOUND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "database: dev;databse: dev",
        "version: 1;version: 2",
        "id: \"111122223333\";id: 111122223333",
        "region: us-west-2;region: oregon",
        "engine: POSTGRES;engine: POSTGRESS",
        "database: shop;database: [shop]",
        "securityGroups: [];securityGroups: sg",
        "- name: marts;- {name: marts, maxParallel: 0}",
        "- name: marts;- {name: marts, maxParallel: many}",
        "group: marts, sql;freshness: soon, group: marts, sql",
        "group: marts, sql;freshness: 3600, group: marts, sql",
        "secret: arn:aws:;secret: hunter2:",
        "name: test;title: test",
        "cron: \"0 3 * * *\";cron: \"0 3\"",
      })
  void aMistakeIsNot(String from, String to) throws IOException {
    assertThat(BadSpecificationTest.SOUND).contains(from);
    assertThat(judge(BadSpecificationTest.SOUND.replace(from, to))).isNotEmpty();
  }

  private static Set<ValidationMessage> judge(String yaml) throws IOException {
    Path file = EnvironmentFilesTest.ENVIRONMENTS.resolve("schema.json");
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(file));
    Object document =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    JsonNode tree = JSON.valueToTree(document);
    return schema.validate(tree);
  }
}
