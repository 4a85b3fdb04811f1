package io.tributary.sandbox.dataapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.sandbox.redshift.Outcome;
import io.tributary.sandbox.redshift.ResultSink;
import io.tributary.sandbox.redshift.dialect.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results of statements, a file each: a line with the columns, then a line a row. */
final class ResultFiles {
  private static final int MAX_ROW = 64 * 1024;
  private static final long MAX_RESULT = 500L * 1024 * 1024;
  private static final int PAGE = 1024 * 1024;
  private static final TypeReference<List<@Nullable String>> ROW = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;

  ResultFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Part of a result.
   *
   * @param next where the next page begins; -1 after the last
   */
  record Page(List<Column> columns, List<List<@Nullable String>> rows, long next) {}

  /** Returns what writes the result of a statement. */
  ResultSink sink(String id) {
    return rows -> write(id, rows);
  }

  private Outcome write(String id, ResultSet rows) throws SQLException, IOException {
    Files.createDirectories(folder);
    List<Column> columns = Column.of(rows.getMetaData());
    long count = 0;
    long bytes = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(id)))) {
      line(out, columns);
      while (rows.next()) {
        List<@Nullable String> row = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          row.add(columns.get(i).read(rows, i + 1));
        }
        bytes += size(row);
        count++;
        if (bytes > MAX_RESULT) {
          throw Refusal.byRedshift("Database response exceeded size limit");
        }
        line(out, row);
      }
    }
    return new Outcome(count, bytes, true);
  }

  private static int size(List<@Nullable String> row) {
    int size = 0;
    for (String value : row) {
      size += value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
    }
    if (size > MAX_ROW) {
      throw Refusal.byRedshift("Packet for query is too large");
    }
    return size;
  }

  private void line(OutputStream out, Object value) throws IOException {
    out.write(json.writeValueAsBytes(value));
    out.write('\n');
  }

  /**
   * Reads a page.
   *
   * @param start 0, or where the page before ended
   */
  Page read(String id, long start) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(file(id).toFile(), "r")) {
      List<Column> columns = json.readValue(nextLine(file), new TypeReference<List<Column>>() {});
      if (start > 0) {
        file.seek(start);
      }
      long end = file.getFilePointer() + PAGE;
      byte[] block = new byte[(int) Math.min(end, file.length()) - (int) file.getFilePointer()];
      long at = file.getFilePointer();
      file.readFully(block);
      return page(columns, block, at, file.length());
    }
  }

  /** A row that begins in the block and ends behind it belongs to the next page. */
  private Page page(List<Column> columns, byte[] block, long at, long length) throws IOException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < block.length; i++) {
      if (block[i] == '\n') {
        rows.add(json.readValue(new String(block, start, i - start, StandardCharsets.UTF_8), ROW));
        start = i + 1;
      }
    }
    long next = at + start;
    return new Page(columns, rows, next >= length ? -1 : next);
  }

  private static byte[] nextLine(RandomAccessFile file) throws IOException {
    String line = file.readLine();
    return line == null ? new byte[0] : line.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Deletes the results that nobody can ask for any more. */
  void deleteOlderThan(Instant now, Duration age) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(age))) {
          Files.delete(file);
        }
      }
    }
  }

  private Path file(String id) {
    return folder.resolve(id.replace(':', '.') + ".jsonl");
  }
}
