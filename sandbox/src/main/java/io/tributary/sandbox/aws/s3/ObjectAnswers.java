package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.Answer;
import io.tributary.sandbox.aws.HttpCall;
import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.XmlWriter;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Operations on single objects. */
final class ObjectAnswers {
  private final S3Store store;

  ObjectAnswers(S3Store store) {
    this.store = store;
  }

  Answer put(S3Request request) throws IOException {
    requireConditions(request);
    var upload = Upload.receive(request.call(), store.newFile(request.bucket()));
    var object =
        new S3Object(
            request.key(),
            upload.file().getFileName().toString(),
            upload.size(),
            upload.etag(),
            now(),
            keptHeaders(request.call()),
            upload.checksums());
    putIfStillAllowed(request, object);
    var answer = S3Xml.empty(200).with("ETag", upload.etag());
    for (var sum : upload.checksums().entrySet()) {
      answer = answer.with(sum.getKey(), sum.getValue());
    }
    return answer;
  }

  Answer copy(S3Request request) throws IOException {
    var named = request.call().header("x-amz-copy-source").orElseThrow();
    var source = URLDecoder.decode(named, StandardCharsets.UTF_8).replaceFirst("^/", "");
    int slash = source.indexOf('/');
    var bucket = source.substring(0, Math.max(0, slash));
    var object = store.find(bucket, source.substring(slash + 1)).orElseThrow(S3Refusals::noSuchKey);
    var file = store.newFile(request.bucket());
    Files.copy(store.file(bucket, object), file);
    boolean replace =
        request.call().header("x-amz-metadata-directive").filter("REPLACE"::equals).isPresent();
    var modified = now();
    store.put(
        request.bucket(),
        new S3Object(
            request.key(),
            file.getFileName().toString(),
            object.size(),
            object.etag(),
            modified,
            replace ? keptHeaders(request.call()) : object.headers(),
            object.checksums()));
    var xml = new XmlWriter().open("CopyObjectResult").text("ETag", object.etag());
    return S3Xml.answer(xml.text("LastModified", modified).close("CopyObjectResult"));
  }

  Answer get(S3Request request) throws IOException {
    var object = existing(request);
    var file = store.file(request.bucket(), object);
    var range = Range.of(request.call().header("Range").orElse(""), object.size());
    var headers = headers(request.call(), object, range.isWhole());
    if (!range.isWhole()) {
      headers.put("Content-Range", range.header(object.size()));
    }
    return new Answer(
        range.isWhole() ? 200 : 206,
        headers,
        range.length(),
        out -> {
          try (var channel = FileChannel.open(file)) {
            var to = Channels.newChannel(out);
            long sent = 0;
            while (sent < range.length()) {
              sent += channel.transferTo(range.first() + sent, range.length() - sent, to);
            }
          }
        });
  }

  Answer head(S3Request request) {
    var object = existing(request);
    return new Answer(200, headers(request.call(), object, true), object.size(), out -> {});
  }

  Answer delete(S3Request request) throws IOException {
    store.delete(request.bucket(), request.key());
    return S3Xml.empty(204);
  }

  /** Headers that S3 gives back as they were put. */
  static Map<String, String> keptHeaders(HttpCall call) {
    Map<String, String> kept = new LinkedHashMap<>(call.headers("x-amz-meta-"));
    kept.put("Content-Type", call.header("Content-Type").orElse("binary/octet-stream"));
    for (String name : new String[] {"Cache-Control", "Content-Disposition", "Content-Language"}) {
      call.header(name).ifPresent(value -> kept.put(name, value));
    }
    var encoding = call.header("Content-Encoding").orElse("").replaceFirst("aws-chunked,?", "");
    if (!encoding.isBlank()) {
      kept.put("Content-Encoding", encoding.strip());
    }
    return kept;
  }

  /** S3's dates have whole seconds. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private S3Object existing(S3Request request) {
    var object = store.find(request.bucket(), request.key()).orElseThrow(S3Refusals::noSuchKey);
    var wanted = request.call().header("If-Match").orElse(object.etag());
    if (!unquoted(wanted).equals(unquoted(object.etag()))) {
      throw S3Refusals.preconditionFailed();
    }
    return object;
  }

  /** Two conditional writes of one key must not both win. */
  private void putIfStillAllowed(S3Request request, S3Object object) throws IOException {
    synchronized (store) {
      try {
        requireConditions(request);
      } catch (WireError e) {
        Files.deleteIfExists(store.file(request.bucket(), object));
        throw e;
      }
      store.put(request.bucket(), object);
    }
  }

  private void requireConditions(S3Request request) {
    var present = store.find(request.bucket(), request.key());
    var none = request.call().header("If-None-Match");
    var match = request.call().header("If-Match");
    if (none.isPresent() && present.isPresent()) {
      throw S3Refusals.preconditionFailed();
    }
    if (match.isPresent()
        && !present.map(o -> unquoted(o.etag())).equals(match.map(ObjectAnswers::unquoted))) {
      throw S3Refusals.preconditionFailed();
    }
  }

  private static Map<String, String> headers(HttpCall call, S3Object object, boolean whole) {
    Map<String, String> headers = new LinkedHashMap<>(object.headers());
    headers.put("ETag", object.etag());
    headers.put("Accept-Ranges", "bytes");
    headers.put(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(object.modified().atOffset(ZoneOffset.UTC)));
    if (whole && call.header("x-amz-checksum-mode").isPresent()) {
      headers.putAll(object.checksums());
    }
    return headers;
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
