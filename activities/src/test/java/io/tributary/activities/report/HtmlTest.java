package io.tributary.activities.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  @Test
  void escapesTextAndAttributes() {
    assertThat(Html.tag("p", "<b>&\"'").with("title", "\"><script>"))
        .hasToString("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>");
  }

  @Test
  void keepsElementsInsideElements() {
    assertThat(Html.tag("p", "a ", Html.tag("b", "c"), 1)).hasToString("<p>a <b>c</b>1</p>");
    assertThat(Html.tag("br")).hasToString("<br>");
  }

  @Test
  void showsControlCharactersInsteadOfHidingThem() {
    assertThat(Html.text("a\u0000b\u001fc\u0085d\ud800e")).hasToString("a␀b␟c�d�e");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "\njavascript:x"})
  void doesNotLinkToScripts(String address) {
    assertThat(Html.link(address, "text")).hasToString("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"report.html", "../index.html", "https://example.com/a:b", "file:///tmp/x"})
  void linksToPages(String address) {
    assertThat(Html.link(address, "text")).hasToString("<a href=\"" + address + "\">text</a>");
  }

  @Test
  void refusesARowThatDoesNotFitItsTable() {
    HtmlTable table = new HtmlTable(HtmlTable.text("one"));
    assertThatThrownBy(() -> table.row("a", "b")).hasMessageContaining("2 cells, 1 columns");
  }

  @Test
  void loadsNothingAndRunsNothing() {
    String page = new String(new Page("t").add(Html.tag("p", "x")).bytes(), UTF_8);
    assertThat(page)
        .contains("default-src &#39;none&#39;")
        .doesNotContain("<script", "http://", "https://");
  }
}
