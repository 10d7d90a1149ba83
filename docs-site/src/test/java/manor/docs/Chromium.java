package manor.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, if this machine has one: Chromium or Chrome, and its driver, on the PATH. */
final class Chromium implements AutoCloseable {
  private static final String AXE =
      """
      const done = arguments[arguments.length - 1];
      const parts = arguments.length > 1 ? arguments[0].map((part) => [part]) : [document];
      axe.run({ include: parts, exclude: [['.score li:nth-child(n+9)'], ['.sheet .line:nth-child(n+60)']] }, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
        preload: false,
      }).then((result) => done(result.violations.map((violation) =>
        violation.id + ': ' + violation.nodes.map((node) => node.target.join(' ')).slice(0, 5).join(' | '))),
        (error) => done(['' + error]));
      """;

  private static final String PLAYERS =
      """
      const done = arguments[arguments.length - 1];
      const figures = Array.from(document.querySelectorAll('script.recording'));
      const look = () => figures.every((each) => each.parentElement.player)
        ? done(true) : requestAnimationFrame(look);
      look();
      """;

  /** It misses a version of a protocol that nobody here speaks; kept, so that it stays silent. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;
  private final String axe = resource("/axe.min.js");

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
  }

  /** Starts the browser, or answers that there is none. */
  static Optional<Chromium> find() {
    Optional<File> binary = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<File> service = onPath("chromedriver");
    if (binary.isEmpty() || service.isEmpty()) {
      System.out.println("No chromium and chromedriver here: the book was not read in a browser.");
      return Optional.empty();
    }
    SELENIUM.setLevel(Level.SEVERE);
    ChromeDriverService driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(service.get())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return Optional.of(new Chromium(new ChromeDriver(driver, options(binary.get()))));
  }

  private static Optional<File> onPath(String... names) {
    return Arrays.stream(names)
        .flatMap(
            name ->
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  private static ChromeOptions options(File binary) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary);
    options.setCapability("goog:loggingPrefs", logs);
    return options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
  }

  private static String resource(String name) {
    try (InputStream in = Chromium.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Makes the window so wide, and the system light or dark. */
  void stage(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "",
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Shows the page as a printer would have it, in the window's width, until it is staged again. */
  void stagePaper() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  void open(Path page, String anchor) {
    open(page.toUri() + anchor);
  }

  /** Opens a page, and waits until its players are set up. */
  void open(String address) {
    driver.get(address);
    await(PLAYERS);
  }

  /** Chooses a file in a field of the page, as a reader would. */
  void choose(String field, Path file) {
    driver.findElement(By.cssSelector(field)).sendKeys(file.toString());
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /**
   * What axe-core finds against WCAG 2.2 AA and its own best practices on the open page. Of long
   * lists of the same kind, the lines of a source and the steps of a run, it looks at the first.
   */
  Object violations() {
    readyAxe();
    return await(AXE);
  }

  /** The same of some parts of the page only. */
  Object violationsIn(List<String> parts) {
    readyAxe();
    return await(AXE, parts);
  }

  private void readyAxe() {
    if (!Boolean.TRUE.equals(run("return typeof axe === 'object'"))) {
      run(axe);
    }
  }

  /** What the browser complained of since last asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
