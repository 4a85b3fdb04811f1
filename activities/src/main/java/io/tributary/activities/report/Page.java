package io.tributary.activities.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the evidence: one file without scripts and without anything loaded from elsewhere, so
 * that it can be mailed, kept for years and opened without a network. Light and dark follow the
 * reader's system.
 */
public final class Page {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'";

  private final String title;
  private final List<Html> parts = new ArrayList<>();

  /** Begins a page. */
  public Page(String title) {
    this.title = title;
  }

  /** Adds a part. */
  public Page add(Html part) {
    parts.add(part);
    return this;
  }

  /** Adds a titled section; a null-free list of parts below the heading. */
  public Page section(String heading, Html... content) {
    return add(Html.tag("section", Html.tag("h2", heading), Html.all(List.of(content))));
  }

  /** Returns the file. */
  public byte[] bytes() {
    Html head =
        Html.tag(
            "head",
            Html.tag("meta").with("charset", "utf-8"),
            Html.tag("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
            Html.tag("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            Html.tag("meta").with("name", "color-scheme").with("content", "light dark"),
            Html.tag("title", title),
            Html.tag("style", Html.trusted(style())));
    Html body = Html.tag("body", Html.tag("main", Html.all(parts)));
    Html page = Html.tag("html", head, body).with("lang", "en");
    return ("<!DOCTYPE html>\n" + page + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String style() {
    try (InputStream css = Page.class.getResourceAsStream("page.css")) {
      if (css == null) {
        throw new IllegalStateException("page.css is not on the class path");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
