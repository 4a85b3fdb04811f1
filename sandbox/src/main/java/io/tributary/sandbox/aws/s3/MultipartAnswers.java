package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.XmlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Uploads in parts. One that is not complete is forgotten when the sandbox ends. */
final class MultipartAnswers {
  private final ConcurrentMap<String, Multipart> uploads = new ConcurrentHashMap<>();
  private final S3Store store;

  /** An upload under way: what the object will be, and the parts that are there. */
  private record Multipart(
      String bucket,
      String key,
      Map<String, String> headers,
      NavigableMap<Integer, Upload> parts) {}

  MultipartAnswers(S3Store store) {
    this.store = store;
  }

  Answer create(S3Request request) {
    var unused = store.bucket(request.bucket());
    var id = UUID.randomUUID().toString();
    uploads.put(
        id,
        new Multipart(
            request.bucket(),
            request.key(),
            ObjectAnswers.keptHeaders(request.call()),
            new ConcurrentSkipListMap<>()));
    var xml = new XmlWriter().open("InitiateMultipartUploadResult");
    xml.text("Bucket", request.bucket()).text("Key", request.key()).text("UploadId", id);
    return S3Xml.answer(xml.close("InitiateMultipartUploadResult"));
  }

  Answer upload(S3Request request) throws IOException {
    var upload = existing(request);
    int number = Integer.parseInt(request.parameter("partNumber"));
    var part = Upload.receive(request.call(), store.newFile(request.bucket()));
    var before = upload.parts().put(number, part);
    if (before != null) {
      Files.deleteIfExists(before.file());
    }
    var answer = S3Xml.empty(200).with("ETag", part.etag());
    for (var sum : part.checksums().entrySet()) {
      answer = answer.with(sum.getKey(), sum.getValue());
    }
    return answer;
  }

  Answer complete(S3Request request) throws IOException {
    var upload = existing(request);
    var body = request.call().bytes();
    var parts = chosen(upload, S3Xml.texts(body, "PartNumber"), S3Xml.texts(body, "ETag"));
    var file = store.newFile(request.bucket());
    var etag = join(parts, file);
    store.put(
        request.bucket(),
        new S3Object(
            request.key(),
            file.getFileName().toString(),
            Files.size(file),
            etag,
            ObjectAnswers.now(),
            upload.headers(),
            Map.of()));
    forget(request, upload);
    var xml = new XmlWriter().open("CompleteMultipartUploadResult");
    xml.text("Bucket", request.bucket()).text("Key", request.key()).text("ETag", etag);
    return S3Xml.answer(xml.close("CompleteMultipartUploadResult"));
  }

  Answer abort(S3Request request) throws IOException {
    forget(request, existing(request));
    return S3Xml.empty(204);
  }

  private Multipart existing(S3Request request) {
    var upload = uploads.get(request.parameter("uploadId"));
    if (upload == null
        || !upload.bucket().equals(request.bucket())
        || !upload.key().equals(request.key())) {
      throw S3Refusals.noSuchUpload();
    }
    return upload;
  }

  private static List<Upload> chosen(Multipart upload, List<String> numbers, List<String> etags) {
    List<Upload> parts = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      var part = upload.parts().get(Integer.parseInt(numbers.get(i)));
      if (part == null || i >= etags.size() || !etags.get(i).replace("\"", "").equals(part.md5())) {
        throw new WireError(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found, or its entity tag differs.");
      }
      parts.add(part);
    }
    return parts;
  }

  /** Writes the parts one behind the other and returns S3's entity tag of such an object. */
  private static String join(List<Upload> parts, Path file) throws IOException {
    var md5 = BodySums.digest("MD5");
    try (var out = Files.newOutputStream(file)) {
      for (Upload part : parts) {
        Files.copy(part.file(), out);
        md5.update(HexFormat.of().parseHex(part.md5()));
      }
    }
    return '"' + HexFormat.of().formatHex(md5.digest()) + "-" + parts.size() + '"';
  }

  private void forget(S3Request request, Multipart upload) throws IOException {
    uploads.remove(request.parameter("uploadId"));
    for (Upload part : upload.parts().values()) {
      Files.deleteIfExists(part.file());
    }
  }
}
