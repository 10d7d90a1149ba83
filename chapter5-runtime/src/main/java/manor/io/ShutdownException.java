package manor.io;

import java.io.IOException;

/** Someone still waited for a descriptor that was closed, or whose runtime has ended. */
public final class ShutdownException extends IOException {
  private static final long serialVersionUID = 1L;

  ShutdownException(Object what) {
    super(what + " was closed, or its runtime has shut down");
  }
}
