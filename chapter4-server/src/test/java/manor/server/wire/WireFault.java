package manor.server.wire;

import java.io.IOException;

/** The server sent something that a strict client must refuse. */
final class WireFault extends IOException {
  private static final long serialVersionUID = 1;

  WireFault(String message) {
    super(message);
  }
}
