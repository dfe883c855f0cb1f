package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;

/** The console in a real {@link Chromium}: all pages at both widths, light and dark. */
class InChromiumIT {
    private static final int[] WIDTHS = {Chromium.NARROW, Chromium.WIDE};

    @TempDir
    static Path folder;

    private static final List<ActingRole> ROLES = List.of(
            ActingRole.COMMUNE_LEADER,
            ActingRole.ADMINISTRATOR,
            ActingRole.CREDIT_OFFICER,
            ActingRole.ASSOCIATION_OFFICER,
            ActingRole.PROVINCE_VIEWER);
    private static final Map<String, ActingRole> FIRST = new HashMap<>();
    private static final Map<String, Integer> TIMES = new HashMap<>();

    private static Chromium chromium;
    private static RunningServer server;
    private static ConsoleWorld world;

    @BeforeAll
    static void begin() throws Exception {
        chromium = Chromium.open();
        server = Engine.SQLITE.start(folder);
        world = new ConsoleWorld(server);
    }

    @AfterAll
    static void end() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static BrowserContext context(ActingRole role, int width, ColorScheme scheme) {
        return chromium.context(server.address(), world.as(role), width, scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void everyPage_atBothWidths_hasNoFaultOfAccessAndFits(String scheme) {
        List<String> faults = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        // What differs in the dark is the style, and that the first two see all of.
        for (ActingRole role : scheme.equals("DARK") ? ROLES.subList(0, 2) : ROLES) {
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
        try (BrowserContext context = chromium.context(Chromium.NARROW, ColorScheme.valueOf(scheme))) {
            Page page = context.newPage();
            page.navigate(server.address().resolve("/sign-in").toString());
            look(page, ActingRole.COMMUNE_LEADER, Chromium.NARROW, scheme, "/sign-in", faults);
        }
        assertThat(faults).isEmpty();
        assertThat(logged).as("what the browser complained of").isEmpty();
    }

    private static void look(
            Page page, ActingRole role, int width, String scheme, String address, List<String> faults) {
        // All in this page: the other way opens a second one each time, for frames of other sites.
        AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
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
        keep(page, role, width, scheme, address);
    }

    /** One picture of each page: as the first role that has it sees it; in the dark the first page only. */
    private static void keep(Page page, ActingRole role, int width, String scheme, String address) {
        boolean dark = scheme.equals("DARK");
        String name = "console"
                + (address.equals("/") ? "/overview" : address)
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
                        .replaceAll("\\?.*", "-filtered")
                        .replaceAll("[0-9]+", "one");
        if (address.equals("/") && role != ActingRole.COMMUNE_LEADER) {
            name += "-" + role.name();
        }
        name = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + (dark ? "-dark" : "") + "-" + width;
        boolean another = FIRST.computeIfAbsent(name, key -> role) != role;
        if (!another && (!dark || address.equals("/"))) {
            int met = TIMES.merge(name, 1, Integer::sum);
            Chromium.keep(page, met == 1 ? name : name.replaceAll("-(\\d+)$", "-" + met + "-$1"));
        }
    }
}
