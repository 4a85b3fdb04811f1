package io.tributary.sandbox.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as it arrived. The body can be read once, either as bytes or as a stream. */
public final class HttpCall {
  private final HttpExchange exchange;
  private byte @Nullable [] body;

  public HttpCall(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** GET, PUT … */
  public String method() {
    return exchange.getRequestMethod();
  }

  /** The path, decoded. */
  public String path() {
    return decoded(exchange.getRequestURI().getRawPath().replace("+", "%2B"));
  }

  /** A header; the name's case does not matter. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** All headers that begin with a prefix in lower case, by name in lower case. */
  public Map<String, String> headers(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              var lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(prefix)) {
                found.put(lower, String.join(",", values));
              }
            });
    return found;
  }

  /** The parameters after the question mark, decoded, in their order. */
  public Map<String, String> query() {
    return parameters(exchange.getRequestURI().getRawQuery());
  }

  /** The parameters of a form body, in their order. */
  public Map<String, String> form() {
    return parameters(new String(bytes(), StandardCharsets.UTF_8));
  }

  /** The body whole. */
  public byte[] bytes() {
    if (body == null) {
      try {
        body = stream().readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return body;
  }

  /** The body as it arrives. */
  public InputStream stream() {
    return exchange.getRequestBody();
  }

  private static Map<String, String> parameters(@Nullable String text) {
    Map<String, String> found = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&")) {
        int equals = pair.indexOf('=');
        if (equals >= 0) {
          found.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        } else if (!pair.isEmpty()) {
          found.put(decoded(pair), "");
        }
      }
    }
    return found;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
