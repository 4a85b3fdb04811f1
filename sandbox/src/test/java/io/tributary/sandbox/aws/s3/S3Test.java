package io.tributary.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.junit.InjectedFault;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.sandbox.trouble.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The SDK's S3 client, with its checksums and its chunked bodies, against the sandbox. */
@Timeout(60)
class S3Test {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private final S3Client s3 = SANDBOX.handle().client(S3Client.builder());
  private final String bucket = "b-" + UUID.randomUUID();

  @BeforeEach
  void createBucket() {
    s3.createBucket(r -> r.bucket(bucket));
  }

  @Test
  void givesBackWhatWasPut() {
    var key = "a folder/ü+%25 &<x>.txt";

    var put =
        s3.putObject(
            r -> r.bucket(bucket).key(key).contentType("text/plain").metadata(Map.of("run", "7")),
            RequestBody.fromString("content"));
    var got = s3.getObjectAsBytes(r -> r.bucket(bucket).key(key));

    assertThat(got.asUtf8String()).isEqualTo("content");
    assertThat(got.response().contentType()).isEqualTo("text/plain");
    assertThat(got.response().metadata()).containsEntry("run", "7");
    assertThat(got.response().eTag()).isEqualTo("\"9a0364b9e99bb480dd25e1f0284c8555\"");
    assertThat(put.eTag()).isEqualTo(got.response().eTag());
    assertThat(keys("")).containsExactly(key);
    assertThat(s3.headObject(r -> r.bucket(bucket).key(key)).contentLength()).isEqualTo(7);
  }

  @Test
  void keepsEmptyObjects() {
    put("empty", "");

    assertThat(s3.getObjectAsBytes(r -> r.bucket(bucket).key("empty")).asByteArray()).isEmpty();
  }

  @Test
  void verifiesEveryChecksumAlgorithmOfTheClient() {
    for (var algorithm :
        List.of(
            ChecksumAlgorithm.CRC32,
            ChecksumAlgorithm.CRC32_C,
            ChecksumAlgorithm.SHA1,
            ChecksumAlgorithm.SHA256)) {
      s3.putObject(
          r -> r.bucket(bucket).key("sum").checksumAlgorithm(algorithm),
          RequestBody.fromBytes(new byte[300_000]));
      var got =
          s3.getObjectAsBytes(r -> r.bucket(bucket).key("sum").checksumMode(ChecksumMode.ENABLED));
      assertThat(got.asByteArray()).hasSize(300_000);
    }
  }

  @Test
  void refusesABodyThatDiffersFromItsChecksum() {
    assertThatThrownBy(
            () ->
                s3.putObject(
                    r -> r.bucket(bucket).key("bad").checksumCRC32("AAAAAA=="),
                    RequestBody.fromString("content")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
    assertThat(keys("")).isEmpty();
  }

  @Test
  void givesAPart() {
    put("digits", "0123456789");

    assertThat(range("bytes=2-4")).isEqualTo("234");
    assertThat(range("bytes=7-")).isEqualTo("789");
    assertThat(range("bytes=-2")).isEqualTo("89");
    assertThatThrownBy(() -> range("bytes=10-12"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
  }

  @Test
  void listsPageByPageAndFolders() {
    for (String key : List.of("a/1", "a/2", "b/1", "c", "d")) {
      put(key, key);
    }

    var pages = s3.listObjectsV2Paginator(r -> r.bucket(bucket).maxKeys(2).delimiter("/"));
    assertThat(pages.stream().count()).isEqualTo(2);
    assertThat(pages.commonPrefixes().stream().map(p -> p.prefix())).containsExactly("a/", "b/");
    assertThat(pages.contents().stream().map(S3Object::key)).containsExactly("c", "d");
    assertThat(keys("a/")).containsExactly("a/1", "a/2");
  }

  @Test
  void deletesOneAndMany() {
    put("one", "1");
    put("two", "2");
    put("three", "3");

    s3.deleteObject(r -> r.bucket(bucket).key("one"));
    s3.deleteObjects(
        r ->
            r.bucket(bucket).delete(d -> d.objects(ObjectIdentifier.builder().key("two").build())));

    assertThat(keys("")).containsExactly("three");
  }

  @Test
  void copies() {
    put("from", "text");

    s3.copyObject(
        r ->
            r.sourceBucket(bucket)
                .sourceKey("from")
                .destinationBucket(bucket)
                .destinationKey("to"));

    assertThat(text("to")).isEqualTo("text");
  }

  @Test
  void joinsParts() {
    var id = s3.createMultipartUpload(r -> r.bucket(bucket).key("big")).uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    var bytes = new byte[5 << 20];
    new Random(7).nextBytes(bytes);
    for (int i = 1; i <= 2; i++) {
      int number = i;
      var part =
          s3.uploadPart(
              r -> r.bucket(bucket).key("big").uploadId(id).partNumber(number),
              RequestBody.fromBytes(bytes));
      parts.add(CompletedPart.builder().partNumber(number).eTag(part.eTag()).build());
    }
    var done =
        s3.completeMultipartUpload(
            r -> r.bucket(bucket).key("big").uploadId(id).multipartUpload(u -> u.parts(parts)));

    assertThat(done.eTag()).endsWith("-2\"");
    var got = s3.getObjectAsBytes(r -> r.bucket(bucket).key("big")).asByteArray();
    assertThat(got).hasSize(10 << 20).startsWith(bytes).endsWith(bytes);
  }

  @Test
  void writesOnlyOnceOnCondition() {
    s3.putObject(r -> r.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("1"));

    assertThatThrownBy(
            () ->
                s3.putObject(
                    r -> r.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("2")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(text("k")).isEqualTo("1");
  }

  @Test
  void throwsTypedExceptions() {
    assertThatThrownBy(() -> text("nowhere")).isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("nowhere-" + bucket)))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> s3.createBucket(r -> r.bucket(bucket)))
        .isInstanceOf(BucketAlreadyOwnedByYouException.class);
    assertThatThrownBy(() -> s3.headObject(r -> r.bucket(bucket).key("nowhere")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.getObjectAcl(r -> r.bucket(bucket).key("k")))
        .hasMessageContaining("the sandbox does not know s3 GET acl");
  }

  @Test
  void clientsGetOverLostAnswersAndThrottling() {
    SANDBOX.control().inject(InjectedFault.of("s3", FaultKind.LOST_ANSWER).times(1));
    SANDBOX.control().inject(InjectedFault.of("s3", FaultKind.THROTTLE).times(1));

    put("k", "text");

    assertThat(text("k")).isEqualTo("text");
  }

  private void put(String key, String text) {
    s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private String text(String key) {
    return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
  }

  private String range(String range) {
    return s3.getObjectAsBytes(r -> r.bucket(bucket).key("digits").range(range)).asUtf8String();
  }

  private List<String> keys(String prefix) {
    return s3.listObjectsV2(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
