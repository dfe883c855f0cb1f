package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser;

/**
 * The console in a real Chromium: {@code sothon.chromium} says where it lies (default: where Debian puts it). Without one
 * these tests are skipped and say so; {@code -Dsothon.requireChromium=true} makes that a failure, {@code
 * -Dsothon.screens=DIR} keeps a picture of each page.
 */
class InChromiumIT {
    private static final String CHROMIUM = System.getProperty("sothon.chromium", "/usr/bin/chromium");
    private static final int[] WIDTHS = {360, 1440};

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static ConsoleWorld world;
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    @BeforeAll
    static void begin() throws Exception {
        if (!Files.isExecutable(Path.of(CHROMIUM))) {
            System.err.println("!!! THE CONSOLE WAS NOT LOOKED AT IN A BROWSER: no Chromium at " + CHROMIUM
                    + " (apt-get install chromium, or -Dsothon.chromium=PATH)");
            assertThat(Boolean.getBoolean("sothon.requireChromium"))
                    .as("a Chromium is required")
                    .isFalse();
            Assumptions.abort("no Chromium at " + CHROMIUM);
        }
        server = Engine.SQLITE.start(folder);
        world = new ConsoleWorld(server);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void end() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static BrowserContext context(ActingRole role, int width, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(
                new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        Browser browser = world.as(role);
        context.addCookies(List.of(new Cookie("sothon_session", browser.cookie("sothon_session"))
                .setUrl(server.address().toString())));
        return context;
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void everyPage_atBothWidths_hasNoFaultOfAccessAndFits(String scheme) throws Exception {
        List<String> faults = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        for (ActingRole role :
                List.of(ActingRole.COMMUNE_LEADER, ActingRole.ADMINISTRATOR, ActingRole.CREDIT_OFFICER)) {
            for (int width : WIDTHS) {
                try (BrowserContext context = context(role, width, ColorScheme.valueOf(scheme))) {
                    Page page = context.newPage();
                    page.onConsoleMessage(message -> logged.add(message.text()));
                    for (String address : EveryPageIT.addresses(world, role)) {
                        page.navigate(server.address().resolve(address).toString());
                        look(page, role, width, scheme, address, faults);
                    }
                }
            }
        }
        try (BrowserContext context = chromium.newContext(
                new NewContextOptions().setViewportSize(WIDTHS[0], 900).setColorScheme(ColorScheme.valueOf(scheme)))) {
            Page page = context.newPage();
            page.navigate(server.address().resolve("/sign-in").toString());
            look(page, ActingRole.COMMUNE_LEADER, WIDTHS[0], scheme, "/sign-in", faults);
        }
        assertThat(faults).isEmpty();
        assertThat(logged).as("what the browser complained of").isEmpty();
    }

    private static void look(Page page, ActingRole role, int width, String scheme, String address, List<String> faults)
            throws Exception {
        AxeResults results = new AxeBuilder(page).analyze();
        results.getViolations()
                .forEach(rule -> faults.add(role + " " + width + " " + address + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .limit(2)
                                .toList()));
        Object wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        if (Boolean.TRUE.equals(wide)) {
            faults.add(role + " " + width + " " + address + ": wider than the screen");
        }
        String screens = System.getProperty("sothon.screens");
        if (screens != null && (scheme.equals("LIGHT") || role == ActingRole.COMMUNE_LEADER)) {
            String name = (role.name().toLowerCase(Locale.ROOT) + address)
                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
                    .replaceAll("\\?.*", "-filtered")
                    .replaceAll("[^a-z_]+", "-");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            screens,
                            name.replaceAll("-$", "") + "-" + width + (scheme.equals("DARK") ? "-dark" : "")
                                    + ".png")));
        }
    }

    @Test
    void theList_isNarrowedWhileOneTypes_andByKeyboardAlone() {
        try (BrowserContext context = context(ActingRole.COMMUNE_LEADER, 1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(server.address().resolve("/people").toString());
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.focus("#search");
            page.keyboard().type("khong co ai ten nay");
            page.waitForSelector("#list:not(:has(tbody))");
            assertThat(page.url()).contains("search=khong");
        }
    }
}
