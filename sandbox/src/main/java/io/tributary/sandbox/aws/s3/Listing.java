package io.tributary.sandbox.aws.s3;

import io.tributary.sandbox.aws.protocol.WireError;
import io.tributary.sandbox.aws.protocol.XmlWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;

/** One page of ListObjectsV2. A continuation token is the last key or common prefix, in Base64. */
final class Listing {
  private static final int LARGEST = 1000;

  private final S3Request request;
  private final String prefix;
  private final String delimiter;
  private final int pageSize;
  private final List<S3Object> objects = new ArrayList<>();
  private final List<String> commonPrefixes = new ArrayList<>();
  private String last = "";
  private boolean truncated;

  Listing(S3Request request) {
    this.request = request;
    this.prefix = request.parameter("prefix");
    this.delimiter = request.parameter("delimiter");
    this.pageSize = pageSize(request.parameter("max-keys"));
  }

  XmlWriter write(NavigableMap<String, S3Object> bucket) {
    collect(bucket);
    var xml = new XmlWriter().open("ListBucketResult").text("Name", request.bucket());
    xml.text("Prefix", encoded(prefix)).text("MaxKeys", pageSize);
    xml.text("KeyCount", objects.size() + commonPrefixes.size());
    xml.text("IsTruncated", truncated);
    if (request.has("delimiter")) {
      xml.text("Delimiter", encoded(delimiter));
    }
    if (request.has("encoding-type")) {
      xml.text("EncodingType", request.parameter("encoding-type"));
    }
    if (truncated) {
      xml.text("NextContinuationToken", token(last));
    }
    objects.forEach(object -> write(xml, object));
    for (String common : commonPrefixes) {
      xml.open("CommonPrefixes").text("Prefix", encoded(common)).close("CommonPrefixes");
    }
    return xml.close("ListBucketResult");
  }

  private void collect(NavigableMap<String, S3Object> bucket) {
    var after = start();
    for (S3Object object : bucket.tailMap(prefix, true).values()) {
      if (!object.key().startsWith(prefix)) {
        return;
      }
      var entry = entry(object.key());
      if (entry.compareTo(after) <= 0 || entry.equals(last)) {
        continue;
      }
      if (objects.size() + commonPrefixes.size() == pageSize) {
        truncated = true;
        return;
      }
      last = entry;
      if (entry.equals(object.key())) {
        objects.add(object);
      } else {
        commonPrefixes.add(entry);
      }
    }
  }

  /** The key itself, or the common prefix that hides it. */
  private String entry(String key) {
    int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return cut < 0 ? key : key.substring(0, cut + delimiter.length());
  }

  private String start() {
    var token = request.parameter("continuation-token");
    if (token.isEmpty()) {
      return request.parameter("start-after");
    }
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new WireError(400, "InvalidArgument", "The continuation token provided is incorrect");
    }
  }

  private void write(XmlWriter xml, S3Object object) {
    xml.open("Contents").text("Key", encoded(object.key()));
    xml.text("LastModified", object.modified()).text("ETag", object.etag());
    xml.text("Size", object.size()).text("StorageClass", "STANDARD").close("Contents");
  }

  private String encoded(String text) {
    return request.parameter("encoding-type").equals("url")
        ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/")
        : text;
  }

  private static String token(String last) {
    return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  private static int pageSize(String text) {
    try {
      return text.isEmpty() ? LARGEST : Math.min(LARGEST, Integer.parseUnsignedInt(text));
    } catch (NumberFormatException e) {
      throw new WireError(400, "InvalidArgument", "Provided max-keys not an integer");
    }
  }
}
