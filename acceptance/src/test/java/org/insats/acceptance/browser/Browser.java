package org.insats.acceptance.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insats.acceptance.TemporaryFolder;
import org.insats.acceptance.Tools;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a profile of its own, and what the browser tests ask of it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SHOTS = Path.of("target/screenshots");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Starts a browser that prefers {@code language}; skips the test where Chromium is not installed. */
    static Browser start(String language) {
        Tools.require("chromium");
        Tools.require("chromedriver");
        Path profile = TemporaryFolder.make("insats-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,1000",
                "--lang=" + language,
                "--user-data-dir=" + profile);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), profile);
    }

    /** Opens an address and forgets who was logged in before. */
    void openAfresh(URI address) {
        driver.get(address.toString());
        driver.executeScript("window.sessionStorage.clear(); window.localStorage.clear();");
        driver.navigate().refresh();
    }

    /** Opens an address as it is; the login stays. */
    void open(URI address) {
        driver.get(address.toString());
    }

    /** Waits until a condition in JavaScript holds; a longer patience than for the workbench, since Share is slow at first. */
    void waitUntil(String condition) {
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .withMessage(() -> condition + " at " + driver.getCurrentUrl() + "\n" + text())
                .until(ready -> Boolean.TRUE.equals(driver.executeScript("return Boolean(" + condition + ")")));
    }

    /** Ends every session: the next page asks who it is. */
    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    /** Loads the page anew; the login stays. */
    void reload() {
        driver.navigate().refresh();
    }

    /** Goes to another page of the workbench, for example {@code #/tasks}, and waits until it has drawn itself. */
    void go(String hash) {
        driver.executeScript("window.location.hash = arguments[0]", hash);
        settle();
    }

    /** Waits until no component is busy. */
    void settle() {
        waiting()
                .until(
                        ready -> (Boolean)
                                driver.executeScript(
                                        "return document.querySelector('main') !== null && document.querySelector('[aria-busy=\"true\"]') === null"));
    }

    WebElement see(String css) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    void waitForText(String css, String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void click(String css) {
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)))
                .click();
    }

    void type(String css, String text) {
        see(css).sendKeys(text);
    }

    /** Puts a text in place of what a control holds. */
    void retype(String css, String text) {
        WebElement control = see(css);
        control.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    /** Chooses in a list by value. */
    void choose(String css, String value) {
        new Select(see(css)).selectByValue(value);
    }

    /** Moves the mouse over an element, as document libraries want before they show what can be done. */
    void hover(String css) {
        new Actions(driver).moveToElement(see(css)).perform();
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until an element has the focus; at most {@code most} times. */
    boolean tabTo(String css, int most) {
        for (int i = 0; i < most; i++) {
            press(Keys.TAB);
            if ((Boolean) driver.executeScript("return document.activeElement.matches(arguments[0])", css)) {
                return true;
            }
        }
        return false;
    }

    Object script(String source, Object... arguments) {
        return driver.executeScript(source, arguments);
    }

    String title() {
        return driver.getTitle();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Everything that the page shows as text. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 1000));
    }

    /** Gives the page itself a size, whatever the window takes around it. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What axe finds against WCAG 2.1 A and AA, one line a finding. */
    List<String> accessibilityFindings() {
        return accessibilityFindings("html");
    }

    /** The same within one element, where the rest of the page is not ours. */
    List<String> accessibilityFindings(String css) {
        driver.executeScript(axe());
        Object findings = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run(arguments[0], {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(result => done("
                        + "result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help} at ${n.target} ${n.failureSummary}`))));",
                css);
        List<String> lines = new ArrayList<>();
        ((List<?>) findings).forEach(finding -> lines.add(String.valueOf(finding)));
        return lines;
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a picture of the page under {@code target/screenshots}, for a person to look at. */
    void shoot(String name) {
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE);
    }

    @Override
    public void close() {
        driver.quit();
        TemporaryFolder.delete(profile);
    }
}
