package io.tributary.activities.evidence;

import java.util.List;
import java.util.Optional;

/**
 * Where evidence, reports and published specifications are kept: a folder or an S3 prefix. Paths
 * are relative, with {@code /}. Failures are {@code ApplicationFailure}s of type {@code
 * EVIDENCE_UNWRITABLE}.
 */
public interface EvidenceStore {
  /** Writes a file whole or not at all; one that exists is replaced. */
  void write(String path, byte[] content);

  /** Reads a file; empty if there is none. */
  Optional<byte[]> read(String path);

  /** Lists all files below a folder, sorted; empty if there is none. */
  List<String> list(String folder);

  /** Returns what a person opens: a {@code file://} or {@code s3://} address. */
  String location(String path);
}
