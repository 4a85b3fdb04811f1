package io.tributary.activities.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A piece of HTML or SVG that is well formed and escaped whatever it is made of: text becomes text,
 * never markup. Values are immutable.
 */
public final class Html {
  private static final Set<String> VOID = Set.of("br", "hr", "meta", "link", "img", "col");

  private final String start;
  private final String content;
  private final String end;

  private Html(String start, String content, String end) {
    this.start = start;
    this.content = content;
    this.end = end;
  }

  /** Returns text, escaped. */
  public static Html text(String text) {
    return new Html("", escape(text), "");
  }

  /** Returns nothing. */
  public static Html none() {
    return text("");
  }

  /** Returns pieces one after the other. */
  public static Html all(List<Html> pieces) {
    return none().add(pieces.toArray());
  }

  /**
   * Returns an element.
   *
   * @param name the tag, a literal of the program
   * @param content {@code Html} as it is; anything else as escaped text
   */
  public static Html tag(String name, Object... content) {
    String end = VOID.contains(name) ? "" : "</" + name + ">";
    return new Html("<" + name + ">", "", end).add(content);
  }

  /** Returns a link; an address that is neither relative nor http, https or file stays text. */
  public static Html link(String address, Object... content) {
    boolean scheme = address.matches("(?s)[^/?#]*:.*");
    boolean known = address.matches("(?s)(https?|file)://.*");
    Html inside = none().add(content);
    return scheme && !known ? inside : tag("a", inside).with("href", address);
  }

  /** Returns CSS or markup that the program itself holds: never a value from outside. */
  static Html trusted(String markup) {
    return new Html("", markup, "");
  }

  /** Returns this element with an attribute more. */
  public Html with(String name, Object value) {
    if (start.isEmpty()) {
      throw new IllegalStateException("text has no attributes");
    }
    String opened = start.substring(0, start.length() - 1);
    return new Html(opened + " " + name + "=\"" + escape(value.toString()) + "\">", content, end);
  }

  /** Returns this element with a CSS class. */
  public Html css(String classes) {
    return with("class", classes);
  }

  /** Returns this element with more content, see {@link #tag}. */
  public Html add(Object... more) {
    StringBuilder all = new StringBuilder(content);
    for (Object piece : more) {
      all.append(piece instanceof Html html ? html.toString() : escape(String.valueOf(piece)));
    }
    return new Html(start, all.toString(), end);
  }

  /** Returns the markup. */
  @Override
  public String toString() {
    return start + content + end;
  }

  /** Joins pieces with a separator. */
  public static Html join(String separator, List<Html> pieces) {
    List<Html> joined = new ArrayList<>();
    for (Html piece : pieces) {
      if (!joined.isEmpty()) {
        joined.add(text(separator));
      }
      joined.add(piece);
    }
    return all(joined);
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> escape(point, safe));
    return safe.toString();
  }

  private static void escape(int point, StringBuilder safe) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      case '\t', '\n', '\r' -> safe.append((char) point);
      default -> safe.appendCodePoint(showable(point));
    }
  }

  /** A control character in a page is either refused by the browser or hides what stands there. */
  private static int showable(int point) {
    if (point < 0x20) {
      return 0x2400 + point;
    }
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point == 0x7f || (point > 0x7f && point < 0xa0) || surrogate ? 0xfffd : point;
  }
}
