package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.CallGate;
import io.tributary.sandbox.aws.HttpCall;
import io.tributary.sandbox.aws.protocol.WireError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Answers the calls of S3 clients. */
public final class S3Answers {
  private final CallGate gate;
  private final BucketAnswers buckets;
  private final ObjectAnswers objects;
  private final MultipartAnswers multiparts;

  public S3Answers(S3Store store, CallGate gate) {
    this.gate = gate;
    this.buckets = new BucketAnswers(store);
    this.objects = new ObjectAnswers(store);
    this.multiparts = new MultipartAnswers(store);
  }

  /**
   * The answer; empty when it is lost.
   *
   * @throws WireError S3's errors
   * @throws IOException if the body ended early or the disk fails
   */
  public Optional<Answer> answer(HttpCall call) throws IOException, InterruptedException {
    var request = S3Request.of(call);
    var passing = new CallGate.Passing("s3", request.operation(), "", new S3Refusals());
    try {
      return gate.pass(passing, () -> unchecked(request));
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private Answer unchecked(S3Request request) {
    try {
      return answer(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answer(S3Request request) throws IOException {
    return switch (request.operation()) {
      case "ListBuckets" -> buckets.list();
      case "CreateBucket" -> buckets.create(request);
      case "HeadBucket" -> buckets.head(request);
      case "DeleteBucket" -> buckets.delete(request);
      case "GetBucketLocation" -> buckets.location(request);
      case "ListObjectsV2" -> buckets.listObjects(request);
      case "DeleteObjects" -> buckets.deleteObjects(request);
      case "PutObject" -> objects.put(request);
      case "CopyObject" -> objects.copy(request);
      case "GetObject" -> objects.get(request);
      case "HeadObject" -> objects.head(request);
      case "DeleteObject" -> objects.delete(request);
      case "CreateMultipartUpload" -> multiparts.create(request);
      case "UploadPart" -> multiparts.upload(request);
      case "CompleteMultipartUpload" -> multiparts.complete(request);
      case "AbortMultipartUpload" -> multiparts.abort(request);
      default ->
          throw new WireError(
              400,
              "UnknownOperationException",
              "the sandbox does not know s3 " + request.operation());
    };
  }
}
