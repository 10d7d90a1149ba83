package manor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a reader's eye would stumble over is put right. */
class PolishTest {
  @Test
  void aMinusSignStaysWithItsNumber() {
    String drawn = "<p><code>-1</code>, <code>-errno</code>, <code>man 2 read</code></p>";

    List<String> whole = Polish.polished(drawn).select("code.whole").eachText();

    assertEquals(List.of("-1", "-errno"), whole);
  }

  @Test
  void aLongNameIsBrokenBetweenItsParts() {
    assertEquals(
        "Scheduled<wbr>Io.<wbr>clear<wbr>Readiness(<wbr>Ready<wbr>Event)",
        drawn("ScheduledIo.clearReadiness(ReadyEvent)"));
    assertEquals(
        "/proc/<wbr>sys/<wbr>net/<wbr>core/<wbr>somaxconn", drawn("/proc/sys/net/core/somaxconn"));
    assertEquals("mio::<wbr>net::<wbr>Tcp<wbr>Listener", drawn("mio::net::TcpListener"));
    assertEquals("SOCK_<wbr>NONBLOCK|<wbr>SOCK_<wbr>CLOEXEC", drawn("SOCK_NONBLOCK|SOCK_CLOEXEC"));
    assertEquals(
        "a &lt; b &amp;&amp; Map&lt;Long,<wbr>List&gt;",
        drawn("a &lt; b &amp;&amp; Map&lt;Long,List&gt;"));
    assertEquals("epoll_wait(2)", drawn("epoll_wait(2)"));
  }

  /** Each can then be indented on its own where it does not fit. */
  @Test
  void everyLineToTypeIsALineOfItsOwn() {
    String drawn =
        "<div class=\"listingblock\"><div class=\"content\"><pre><code data-lang=\"sh\">"
            + "./manor list | grep &lt;x&gt;\n\n./manor run</code></pre></div></div>";

    Document page = Polish.polished(drawn);

    assertEquals(3, page.select("figure.typed pre code > span.line").size());
    String copied = page.selectFirst("pre").wholeText();
    assertEquals("./manor list | grep <x>\n\n./manor run", copied);
  }

  @Test
  void noLineEndsInsideAnOption() {
    assertEquals("wsl <span class=\"whole\">--install</span> a-b", drawn("wsl --install a-b"));
    String typed =
        "<div class=\"listingblock\"><div class=\"content\"><pre><code data-lang=\"sh\">"
            + "curl -s -T - URL</code></pre></div></div>";
    Document page = Polish.polished(typed);
    assertEquals(List.of("-s", "-T"), page.select("pre .whole").eachText());
    assertEquals("curl -s -T - URL", page.selectFirst("pre").wholeText());
  }

  private static String drawn(String code) {
    return Polish.polished("<p><code>" + code + "</code></p>").selectFirst("code").html();
  }
}
