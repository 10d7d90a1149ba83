package manor.tutor;

import picocli.CommandLine.IVersionProvider;

/** What {@code manor --version} says. */
final class HouseVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Socket Manor 1.0",
      "Java " + Runtime.version() + " from " + System.getProperty("java.home"),
      System.getProperty("os.name") + " on " + System.getProperty("os.arch")
    };
  }
}
