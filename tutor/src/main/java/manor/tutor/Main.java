package manor.tutor;

/** The program behind the {@code manor} script. */
public final class Main {
  private Main() {}

  /**
   * Runs one command.
   *
   * @param args what was typed after {@code manor}
   */
  public static void main(String[] args) {
    System.out.println("Socket Manor");
  }
}
