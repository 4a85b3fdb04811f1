package io.tributary.activities.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javadoc of the specification's records: the one place where their texts are written. */
final class RecordTexts {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tributary.root")));
  private static final Pattern RECORD =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record (\\w+)\\(", Pattern.DOTALL);

  private RecordTexts() {}

  static Map<String, String> read() {
    Path folder = ROOT.resolve("workflows/src/main/java/io/tributary/workflows/environment");
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        read(file, texts);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }

  private static void read(Path file, Map<String, String> texts) throws IOException {
    String outer = file.getFileName().toString().replace(".java", "");
    Matcher records = RECORD.matcher(Files.readString(file));
    while (records.find()) {
      String name = records.group(2).equals(outer) ? outer : outer + "." + records.group(2);
      String javadoc = records.group(1).replaceAll("\\n\\s*\\* ?", "\n");
      String[] parts = javadoc.split("\\n\\s*@param ");
      texts.put(name, plain(parts[0]));
      for (int i = 1; i < parts.length; i++) {
        int end = parts[i].indexOf(' ');
        texts.put(name + "." + parts[i].substring(0, end), plain(parts[i].substring(end)));
      }
    }
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\s+", " ")
        .replaceAll("\\{@(?:code|link) ([^}]*)\\}", "`$1`")
        .strip();
  }
}
