package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {
  @ParameterizedTest
  @CsvSource({
    "/,'',true",
    "/a,a,false",
    "/a/,a,true",
    "/a/b.html,a|b.html,false",
    "/a%20b,a b,false",
    "/%e7%94%bb,画,false",
    "/%E7%94%BB/,画,true",
    "/a+b,a+b,false",
    "/100%25,100%,false",
    "/a%2525,a%25,false",
    "/a%5cb,a\\b,false",
    "/a..b,a..b,false",
    "/a.,a.,false"
  })
  void aPathBecomesNamesDecodedOnce(String path, String names, boolean folder) {
    UrlPath decoded = UrlPath.decode(path);
    assertEquals(names, String.join("|", decoded.names()));
    assertEquals(folder, decoded.folder());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/../",
        "/a/..",
        "/a/../b",
        "/%2e%2e",
        "/%2e%2e/",
        "/.%2e/b",
        "/.",
        "/a/./b",
        "/a%2fb",
        "/a%2Fb",
        "/%2f",
        "/a%00",
        "/%00",
        "/a%00.html",
        "//",
        "//a",
        "/a//b",
        "/.git",
        "/a/.hidden",
        "/%2egit",
        "/%",
        "/%4",
        "/%zz",
        "/%4x",
        "/a%",
        "/%c0%ae%c0%ae",
        "/%ff",
        "/%e7%94"
      })
  void whatNamesNothingThatCouldBeServedIsNoPath(String path) {
    assertNull(UrlPath.decode(path));
  }

  @Test
  void theEmptyPathIsTheRootWithoutItsSlash() {
    assertEquals(new UrlPath(List.of(), false), UrlPath.decode(""));
  }
}
