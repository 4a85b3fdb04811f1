package io.tributary.activities.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Gantt chart as inline SVG: a line per item, its bar placed by start and end. */
public final class Gantt {
  private static final int WIDTH = 1000;
  private static final int LEFT = 250;
  private static final int RIGHT = 90;
  private static final int ROW = 28;
  private static final int TOP = 26;
  private static final int MOST_TICKS = 8;

  /** Round distances on the axis in milliseconds, up to a day. */
  private static final long[] STEPS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    21_600_000,
    43_200_000,
    86_400_000
  };

  private final long start;
  private final long span;
  private final List<Html> shapes = new ArrayList<>();
  private int rows;

  /**
   * Begins a chart.
   *
   * @param startMillis the instant at its left end
   * @param endMillis the instant at its right end
   */
  public Gantt(long startMillis, long endMillis) {
    start = startMillis;
    span = Math.max(1, endMillis - startMillis);
  }

  /**
   * Adds a line.
   *
   * @param tone good, wait, bad or calm
   * @param strong whether it is on the critical path
   */
  public Gantt bar(String label, long fromMillis, long toMillis, String tone, boolean strong) {
    double from = x(fromMillis);
    double width = Math.max(3, x(toMillis) - from);
    int y = TOP + rows * ROW;
    String duration = Texts.duration(Math.max(0, toMillis - fromMillis));
    shapes.add(
        Html.tag("text", shortened(label))
            .with("x", LEFT - 12)
            .with("y", y + 18)
            .with("text-anchor", "end")
            .css(strong ? "strong" : "plain"));
    shapes.add(
        Html.tag("rect", Html.tag("title", label + ": " + duration))
            .with("x", number(from))
            .with("y", y + 5)
            .with("width", number(width))
            .with("height", ROW - 10)
            .with("rx", 4)
            .css("bar-" + tone + (strong ? " path" : "")));
    shapes.add(
        Html.tag("text", duration)
            .with("x", number(from + width + 8))
            .with("y", y + 18)
            .css("axis"));
    rows++;
    return this;
  }

  /** Returns whether nothing was added. */
  public boolean isEmpty() {
    return rows == 0;
  }

  /** Returns the chart. */
  public Html html() {
    int height = TOP + rows * ROW + 6;
    Html svg =
        Html.tag("svg", grid(height), Html.all(shapes))
            .with("viewBox", "0 0 " + WIDTH + " " + height)
            .with("role", "img")
            .with("aria-label", "Gantt chart, " + rows + " lines");
    return Html.tag("div", svg).css("chart");
  }

  private Html grid(int height) {
    List<Html> lines = new ArrayList<>();
    long step = step();
    for (long at = 0; at <= span; at += step) {
      String x = number(x(start + at));
      lines.add(
          Html.tag("line")
              .with("x1", x)
              .with("x2", x)
              .with("y1", TOP - 6)
              .with("y2", height)
              .css("grid"));
      String label = at == 0 ? "0" : Texts.round(at);
      lines.add(
          Html.tag("text", label)
              .with("x", x)
              .with("y", 14)
              .with("text-anchor", "middle")
              .css("axis"));
    }
    return Html.all(lines);
  }

  private long step() {
    for (long step : STEPS) {
      if (span / step <= MOST_TICKS) {
        return step;
      }
    }
    return span / MOST_TICKS;
  }

  private double x(long instant) {
    double share = (double) (instant - start) / span;
    return LEFT + Math.clamp(share, 0, 1) * (WIDTH - LEFT - RIGHT);
  }

  private static String shortened(String label) {
    return label.length() <= 34 ? label : "…" + label.substring(label.length() - 33);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
