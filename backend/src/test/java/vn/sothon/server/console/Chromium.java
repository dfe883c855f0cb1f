package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import vn.sothon.server.console.session.Browser;

/**
 * The machine's Chromium, speaking Vietnamese in Viet Nam: {@code sothon.chromium} says where it lies (default: where
 * Debian puts it). Without one, tests that open it are skipped and say so; {@code -Dsothon.requireChromium=true} makes
 * that a failure; {@code -Dsothon.screens=DIR} keeps pictures.
 */
final class Chromium implements AutoCloseable {
    private static final String PLACE = System.getProperty("sothon.chromium", "/usr/bin/chromium");
    private static final @Nullable String SCREENS = System.getProperty("sothon.screens");
    static final int NARROW = 360;
    static final int WIDE = 1440;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        if (!Files.isExecutable(Path.of(PLACE))) {
            System.err.println("!!! THE CONSOLE WAS NOT LOOKED AT IN A BROWSER: no Chromium at " + PLACE
                    + " (apt-get install chromium, or -Dsothon.chromium=PATH)");
            assertThat(Boolean.getBoolean("sothon.requireChromium"))
                    .as("a Chromium is required")
                    .isFalse();
            Assumptions.abort("no Chromium at " + PLACE);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(Path.of(PLACE))
                                .setEnv(environment())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--lang=vi"))));
    }

    /** Fields for a day follow the language of the process, if its package is there (Debian: chromium-l10n). */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "vi");
        environment.put("LANG", "vi_VN.UTF-8");
        return environment;
    }

    BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(new NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
    }

    /** Somebody who is signed in already. */
    BrowserContext context(URI server, Browser signedIn, int width, ColorScheme scheme) {
        BrowserContext context = context(width, scheme);
        context.addCookies(
                List.of(new Cookie("sothon_session", signedIn.cookie("sothon_session")).setUrl(server.toString())));
        return context;
    }

    /** Keeps a picture of the whole page, if pictures are wanted. */
    static void keep(Page page, String name) {
        if (SCREENS == null) {
            return;
        }
        byte[] picture = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED));
        try {
            Files.createDirectories(Path.of(SCREENS));
            Files.write(Path.of(SCREENS, name + ".png"), FewColours.of(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
