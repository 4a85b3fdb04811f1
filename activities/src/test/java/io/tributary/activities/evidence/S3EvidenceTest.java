package io.tributary.activities.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** The same promises as in a folder, kept over the S3 protocol. */
@Timeout(60)
class S3EvidenceTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private static final String BUCKET = "evidence-" + UUID.randomUUID();

  private S3Client s3;

  @BeforeEach
  void open() {
    s3 = SANDBOX.handle().client(S3Client.builder());
    boolean there = s3.listBuckets().buckets().stream().anyMatch(b -> b.name().equals(BUCKET));
    if (!there) {
      s3.createBucket(create -> create.bucket(BUCKET));
    }
  }

  @AfterEach
  void close() {
    s3.close();
  }

  @Test
  void readsAndListsWhatWasWritten() {
    EvidenceStore store = EvidenceStores.open("s3://" + BUCKET + "/team/a", () -> s3);
    assertThat(store.list("")).isEmpty();
    store.write("b/second.txt", "2".getBytes(UTF_8));
    store.write("a/b/first.txt", "1".getBytes(UTF_8));
    store.write("a/b/first.txt", "one".getBytes(UTF_8));
    assertThat(store.list("")).containsExactly("a/b/first.txt", "b/second.txt");
    assertThat(store.list("a")).containsExactly("a/b/first.txt");
    assertThat(store.read("a/b/first.txt"))
        .hasValueSatisfying(b -> assertThat(b).asString().isEqualTo("one"));
    assertThat(store.read("a/none")).isEmpty();
    assertThat(store.location("a/x")).isEqualTo("s3://" + BUCKET + "/team/a/a/x");
  }

  @Test
  void keepsARunWithIndexesAndManifest() {
    EvidenceStore store = EvidenceStores.open("s3://" + BUCKET + "/run/", () -> s3);
    RunEvidence run = new RunEvidence(store, "dev", "refresh", "2026-11-23-0a1b2c3d");
    run.add("report.html", "<p>report</p>");
    run.finish(new RunManifest.Summary("Refresh", "SUCCEEDED", "All fresh.", 1));
    assertThat(run.verify()).isEmpty();
    assertThat(store.list("dev"))
        .containsExactly(
            "dev/index.html",
            "dev/refresh/2026-11-23-0a1b2c3d/index.html",
            "dev/refresh/2026-11-23-0a1b2c3d/manifest.json",
            "dev/refresh/2026-11-23-0a1b2c3d/report.html");
  }

  @Test
  void saysWhichBucketCannotBeUsed() {
    EvidenceStore store = EvidenceStores.open("s3://no-such-bucket-here", () -> s3);
    assertThatThrownBy(() -> store.write("a", new byte[0]))
        .satisfies(e -> assertThat(Failures.code(e)).contains(ErrorCode.EVIDENCE_UNWRITABLE))
        .hasMessageContaining("s3://no-such-bucket-here/a");
  }

  @Test
  void refusesPlacesThatAreNone() {
    for (String place : new String[] {"", "s3://", "s3://UPPER/x", "https://host/x"}) {
      assertThatThrownBy(() -> EvidenceStores.open(place, () -> s3))
          .as(place)
          .satisfies(e -> assertThat(Failures.code(e)).contains(ErrorCode.INPUT_INVALID));
    }
  }
}
