package io.tributary.activities.refresh;

import io.tributary.activities.report.Gantt;
import io.tributary.activities.report.Headline;
import io.tributary.activities.report.Html;
import io.tributary.activities.report.HtmlTable;
import io.tributary.activities.report.Page;
import io.tributary.activities.report.Texts;
import io.tributary.workflows.refresh.RefreshRequest;
import io.tributary.workflows.refresh.RefreshResult;
import io.tributary.workflows.refresh.ViewRefresh;
import io.tributary.workflows.refresh.ViewRefresh.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The page of a refresh, from values. */
final class RefreshPage {
  private final RefreshRequest request;
  private final RefreshResult result;
  private final RefreshVerdict verdict;

  RefreshPage(RefreshRequest request, RefreshResult result) {
    this.request = request;
    this.result = result;
    verdict = new RefreshVerdict(request, result);
  }

  byte[] bytes() {
    Page page = new Page(verdict.title()).add(headline());
    attention(page);
    timeline(page);
    return page.section("Every view", views()).add(footer()).bytes();
  }

  private Html headline() {
    String origin =
        request.environment().environment()
            + " · "
            + request.warehouse().name()
            + " · "
            + Texts.instant(result.startMillis())
            + " · run "
            + result.run();
    Headline headline = new Headline(verdict.title(), origin);
    headline.verdict(verdict.tone(), verdict.sentence(), next());
    if (!verdict.plan()) {
      numbers(headline);
    }
    return headline.html();
  }

  private String next() {
    if (verdict.plan()) {
      return "Nothing was changed.";
    }
    return verdict.tone().equals("good")
        ? "Nothing is left to do."
        : "What each one needs is said below.";
  }

  private void numbers(Headline headline) {
    long wall = result.endMillis() - result.startMillis();
    long critical = result.criticalPathMillis();
    String ratio =
        critical > 0
            ? String.format(Locale.ROOT, "%.2f × the critical path", (double) wall / critical)
            : "";
    long refreshed = verdict.current() - verdict.count(Outcome.FRESH);
    long late = result.views().stream().filter(RefreshVerdict::overdue).count();
    long left = result.views().size() - verdict.current();
    headline
        .tile("", "Wall time", Texts.duration(wall), ratio)
        .tile("", "Critical path", Texts.duration(critical), "longest chain of refreshes")
        .tile(
            "", "Refreshed", Texts.count(refreshed), verdict.count(Outcome.FRESH) + " needed none")
        .tile(
            left > 0 ? "bad" : "good",
            "Not current",
            Texts.count(left),
            "of " + result.views().size())
        .tile(
            late > 0 ? "bad" : "good",
            "Older than promised",
            Texts.count(late),
            "by the specification");
  }

  private void attention(Page page) {
    HtmlTable table =
        new HtmlTable(
            HtmlTable.text("View"), HtmlTable.text("State"), HtmlTable.text("What to know"));
    for (ViewRefresh view : result.views()) {
      if (!RefreshVerdict.isCurrent(view) && view.outcome() != Outcome.PLANNED) {
        String error = view.error();
        table.row(
            Html.tag("b", view.view()),
            Texts.badge(view.outcome().name()),
            error == null ? view.why() : Texts.error(error));
      }
    }
    if (!table.isEmpty()) {
      page.section("What needs attention", table.html());
    }
  }

  private void timeline(Page page) {
    Gantt gantt = new Gantt(result.startMillis(), result.endMillis());
    List<ViewRefresh> started = new ArrayList<>(result.views());
    started.removeIf(view -> view.startMillis() == 0);
    started.sort(
        Comparator.comparingLong(ViewRefresh::startMillis).thenComparing(ViewRefresh::view));
    for (ViewRefresh view : started) {
      long end = view.endMillis() == 0 ? result.endMillis() : view.endMillis();
      boolean critical = result.criticalPath().contains(view.view());
      gantt.bar(view.view(), view.startMillis(), end, bar(view), critical);
    }
    if (!gantt.isEmpty()) {
      page.section("Timeline", explanation(), gantt.html(), legend());
    }
  }

  private Html explanation() {
    List<Html> steps = new ArrayList<>();
    for (String view : result.criticalPath()) {
      steps.add(Html.tag("span", view).css("badge calm"));
    }
    Html chain = Html.tag("div", Html.join(" → ", steps)).css("chain");
    Html words =
        Html.tag(
            "p",
            "A view starts as soon as the views it reads are done. The critical path, framed in"
                + " the chart, is what the run cannot be faster than:");
    return steps.isEmpty() ? Html.none() : Html.none().add(words, chain);
  }

  private static Html legend() {
    return Html.tag(
            "div",
            key("good", "refreshed from changes"),
            key("calm", "recomputed"),
            key("bad", "failed"),
            key("wait", "cancelled"),
            key("path", "critical path"))
        .css("legend");
  }

  private static Html key(String css, String words) {
    return Html.tag("span", Html.tag("i").css(css), words);
  }

  private static String bar(ViewRefresh view) {
    return view.outcome() == Outcome.RECOMPUTED ? "calm" : Texts.tone(view.outcome().name());
  }

  private Html views() {
    HtmlTable table =
        new HtmlTable(
            HtmlTable.text("View"),
            HtmlTable.text("Outcome"),
            HtmlTable.number("Duration"),
            HtmlTable.number("In the warehouse"),
            HtmlTable.number("Rows"),
            HtmlTable.number("Age / promised"),
            HtmlTable.text("Why"));
    for (ViewRefresh view : result.views()) {
      boolean ran = view.startMillis() > 0 && view.endMillis() > 0;
      table.row(
          name(view),
          Texts.badge(view.outcome().name()),
          ran ? Texts.duration(view.endMillis() - view.startMillis()) : "–",
          view.statementId() == null ? "–" : Texts.duration(view.statementMillis()),
          Texts.count(view.rows()),
          age(view),
          view.why());
    }
    return table.html();
  }

  private static Html name(ViewRefresh view) {
    Html name = Html.tag("b", view.view());
    return view.dependsOn().isEmpty()
        ? name
        : Html.none()
            .add(
                name,
                Html.tag("br"),
                Html.tag("small", "after " + String.join(", ", view.dependsOn())));
  }

  private static Html age(ViewRefresh view) {
    String age = view.ageSeconds() < 0 ? "–" : Texts.age(view.ageSeconds());
    String promised = view.maxAgeSeconds() == 0 ? "none" : Texts.round(view.maxAgeSeconds() * 1000);
    Html shown = Html.tag("span", age);
    return Html.none()
        .add(RefreshVerdict.overdue(view) ? shown.css("ink-bad") : shown)
        .add(Html.tag("small", " / " + promised));
  }

  private Html footer() {
    return Html.tag(
        "footer",
        "Specification ",
        Html.tag(
            "code",
            request
                .environment()
                .digest()
                .substring(0, Math.min(12, request.environment().digest().length()))),
        " · account "
            + request.environment().accountId()
            + " · "
            + request.environment().region()
            + " · ",
        Html.link("index.html", "all files of this run"),
        " · ",
        Html.link("../../index.html", "all runs"));
  }
}
