package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.XmlWriter;
import java.io.IOException;

/** Operations on buckets. */
final class BucketAnswers {
  private final S3Store store;

  BucketAnswers(S3Store store) {
    this.store = store;
  }

  Answer list() {
    var xml = new XmlWriter().open("ListAllMyBucketsResult").open("Buckets");
    for (String name : store.names()) {
      xml.open("Bucket").text("Name", name).close("Bucket");
    }
    return S3Xml.answer(xml.close("Buckets").close("ListAllMyBucketsResult"));
  }

  Answer create(S3Request request) throws IOException {
    if (!request.bucket().matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new WireError(400, "InvalidBucketName", "The specified bucket is not valid.");
    }
    if (store.names().contains(request.bucket())) {
      throw new WireError(
          409,
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
    store.createBucket(request.bucket());
    return S3Xml.empty(200).with("Location", "/" + request.bucket());
  }

  Answer head(S3Request request) {
    var unused = store.bucket(request.bucket());
    return S3Xml.empty(200);
  }

  Answer delete(S3Request request) throws IOException {
    if (!store.bucket(request.bucket()).isEmpty()) {
      throw new WireError(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    }
    store.deleteBucket(request.bucket());
    return S3Xml.empty(204);
  }

  Answer location(S3Request request) {
    var unused = store.bucket(request.bucket());
    return S3Xml.answer(new XmlWriter().open("LocationConstraint").close("LocationConstraint"));
  }

  Answer listObjects(S3Request request) {
    return S3Xml.answer(new Listing(request).write(store.bucket(request.bucket())));
  }

  Answer deleteObjects(S3Request request) throws IOException {
    var body = request.call().bytes();
    boolean quiet = S3Xml.texts(body, "Quiet").contains("true");
    var xml = new XmlWriter().open("DeleteResult");
    for (String key : S3Xml.texts(body, "Key")) {
      store.delete(request.bucket(), key);
      if (!quiet) {
        xml.open("Deleted").text("Key", key).close("Deleted");
      }
    }
    return S3Xml.answer(xml.close("DeleteResult"));
  }
}
