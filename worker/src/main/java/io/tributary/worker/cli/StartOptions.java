package io.tributary.worker.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tributary.worker.UserMistake;
import io.tributary.workflows.job.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every job has. */
final class StartOptions {
  @Mixin SiteOptions site = new SiteOptions();

  @Option(names = "--plan", description = "Show what would be done and change nothing.")
  boolean plan;

  @Option(
      names = "--max-parallel",
      paramLabel = "N",
      description = "The most items at a time. Default: as the specification says.")
  @Nullable Integer maxParallel;

  @Option(
      names = "--digest",
      paramLabel = "SHA256",
      description = "The published specification to use. Default: the newest.")
  @Nullable String digest;

  @Option(
      names = "--json",
      paramLabel = "JSON|@FILE",
      description = "The input as JSON, as in the Temporal UI, instead of the other options.")
  @Nullable String json;

  @Option(names = "--detach", description = "Do not wait: print the workflow id and end.")
  boolean detach;

  /** Returns the mode, null for the job's default. */
  @Nullable Mode mode() {
    return plan ? Mode.PLAN : null;
  }

  /** Returns the JSON that was given, or the input that the options make. */
  Object input(Object fromOptions) {
    return json == null ? fromOptions : tree(json);
  }

  private static JsonNode tree(String json) {
    try {
      String text = json.startsWith("@") ? Files.readString(Path.of(json.substring(1))) : json;
      return JsonMapper.builder().build().readTree(text);
    } catch (JacksonException e) {
      throw new UserMistake(
          "--json is not JSON: %s (line %d, column %d)"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new UserMistake("the file of --json cannot be read: " + e.getMessage(), e);
    }
  }
}
