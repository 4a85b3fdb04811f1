package io.tributary.activities.report;

import java.util.ArrayList;
import java.util.List;

/** The top of a report, made to be read in ten seconds: what it is, the verdict, the numbers. */
public final class Headline {
  private final String title;
  private final String origin;
  private final List<Html> parts = new ArrayList<>();
  private final List<Html> tiles = new ArrayList<>();

  /**
   * Begins it.
   *
   * @param title what was done
   * @param origin where and when, in small
   */
  public Headline(String title, String origin) {
    this.title = title;
    this.origin = origin;
  }

  /**
   * Adds the verdict.
   *
   * @param tone good, wait, bad or calm
   * @param verdict the finding in one short sentence
   * @param next what it means or what to do, may be empty
   */
  public Headline verdict(String tone, String verdict, String next) {
    Html more = next.isEmpty() ? Html.none() : Html.tag("span", next);
    parts.add(Html.tag("div", Html.tag("b", verdict), more).css("hero " + tone));
    return this;
  }

  /**
   * Adds a number.
   *
   * @param tone its colour: good, wait, bad, or empty for none
   * @param name what it is
   * @param value the number with its unit
   * @param note a word of comparison, may be empty
   */
  public Headline tile(String tone, String name, String value, String note) {
    Html number = Html.tag("b", value);
    tiles.add(
        Html.tag(
                "div",
                Html.tag("small", name),
                tone.isEmpty() ? number : number.css(tone),
                Html.tag("small", note))
            .css("tile"));
    return this;
  }

  /** Returns the markup. */
  public Html html() {
    Html head = Html.tag("header", Html.tag("h1", title), Html.tag("div", origin).css("soft"));
    return Html.none()
        .add(head)
        .add(Html.all(parts))
        .add(Html.tag("div", Html.all(tiles)).css("tiles"));
  }
}
