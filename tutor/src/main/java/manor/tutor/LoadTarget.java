package manor.tutor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where the uploads go: a server on this machine, and nowhere else.
 *
 * @param address the loopback address and port
 * @param authority the host and port as they stand in the Host header
 * @param path the path and query
 */
record LoadTarget(InetSocketAddress address, String authority, String path) {
  /** Reads a URL as a person types it; {@code http://} may be left out. */
  static LoadTarget parse(String typed) {
    URI uri = uri(typed.contains("://") ? typed : "http://" + typed);
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw new Refusal("only http:// can be loaded, not " + typed);
    }
    String host = uri.getHost();
    if (host == null) {
      throw new Refusal("no host in " + typed + "; try http://127.0.0.1:8000/");
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    if (port < 1 || port > 65535) {
      throw new Refusal("no port has the number " + port);
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new LoadTarget(
        new InetSocketAddress(loopback(host), port), uri.getRawAuthority(), path + query);
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal("not a URL: " + text);
    }
  }

  /** Looks at the name alone, so that no foreign name is ever asked of a name server. */
  private static InetAddress loopback(String host) {
    boolean number = host.matches("[0-9.]+") || host.startsWith("[");
    if (number || host.equalsIgnoreCase("localhost")) {
      try {
        InetAddress address = InetAddress.getByName(host);
        if (address.isLoopbackAddress()) {
          return address;
        }
      } catch (UnknownHostException e) {
        throw new Refusal("not an address: " + host);
      }
    }
    throw new Refusal(
        host
            + " is not this machine; load speaks to loopback only, such as 127.0.0.1 or localhost");
  }
}
