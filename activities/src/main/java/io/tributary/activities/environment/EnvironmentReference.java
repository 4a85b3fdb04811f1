package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/reference/environment.md}: every component of the specification with its text,
 * what it accepts and its default. The texts are the Javadoc of the records, written once.
 */
public final class EnvironmentReference {
  private static final String HEAD =
      """
      # The environment specification

      `environments/<env>.yaml` says what should exist. This page is made from the records in
      `workflows/src/main/java/io/tributary/workflows/environment`; a test keeps it equal
      (`-Daccept` writes it again). `tributary env check` says everything that is wrong with a file
      at once, `tributary env show` prints it with every default.

      A file may begin with `extends: base/common.yaml`: mappings are then merged key by key, lists
      whose entries have names entry by entry (new ones at the end), other lists are replaced, and
      `~` takes away what the lower file said. Nothing secret belongs here: secrets are ARNs.

      Durations are written like `30s`, `15m`, `1h 30m`, `14d`.
      """;

  private final Map<String, String> texts;
  private final Map<String, Class<? extends Record>> sections = new LinkedHashMap<>();

  private EnvironmentReference(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * Returns the page as Markdown.
   *
   * @param texts the text of each record by its name and of each component by {@code
   *     Record.component}
   */
  public static String of(Map<String, String> texts) {
    EnvironmentReference reference = new EnvironmentReference(texts);
    reference.collect("", EnvironmentSpec.class);
    StringBuilder page = new StringBuilder(HEAD);
    reference.sections.forEach((path, type) -> reference.section(path, type, page));
    return page.toString();
  }

  private void collect(String path, Class<? extends Record> type) {
    sections.put(path, type);
    for (SpecField field : SpecField.of(type)) {
      String below = path.isEmpty() ? field.name() : path + "." + field.name();
      if (field.type() instanceof SpecType.Part part) {
        collect(below, part.type());
      } else if (field.type() instanceof SpecType.Many many
          && many.element() instanceof SpecType.Part part) {
        collect(below + "[]", part.type());
      }
    }
  }

  private void section(String path, Class<? extends Record> type, StringBuilder page) {
    page.append("\n## ").append(path.isEmpty() ? "The document" : "`" + path + "`").append("\n\n");
    page.append(text(SpecNames.of(type))).append("\n\n");
    page.append("| key | accepts | default | |\n|---|---|---|---|\n");
    for (SpecField field : SpecField.of(type)) {
      page.append("| `").append(field.name()).append("` | ").append(accepts(field, path));
      page.append(" | ").append(standard(field)).append(" | ");
      page.append(text(SpecNames.of(type) + "." + field.name())).append(" |\n");
    }
  }

  private static String accepts(SpecField field, String path) {
    String below = path.isEmpty() ? field.name() : path + "." + field.name();
    return switch (field.type()) {
      case SpecType.Part part -> "[" + field.name() + "](" + anchor(below) + ")";
      case SpecType.Many many when many.element() instanceof SpecType.Part ->
          "a list of [" + field.name() + "](" + anchor(below) + ")";
      case SpecType.Choice choice ->
          choice.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
      default -> field.type().accepted().replace("|", "\\|");
    };
  }

  /** The anchor that GitHub makes of a heading. */
  private static String anchor(String path) {
    return "#" + path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "");
  }

  private static String standard(SpecField field) {
    if (field.required()) {
      return "**required**";
    }
    if (field.nullable()) {
      return "absent";
    }
    return field
        .defaultText()
        .map(text -> "`" + text + "`")
        .orElse(
            switch (field.type()) {
              case SpecType.Many many -> "empty";
              case SpecType.Dictionary dictionary -> "empty";
              default -> "its own defaults";
            });
  }

  private String text(String name) {
    return texts.getOrDefault(name, "").replace("|", "\\|");
  }
}
