package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;

/** Everything a page offers is reached with the Tab key alone, and one sees where one is. */
class ByKeyboardIT {
    /** Numbers whatever can be acted on and is there to be seen; of boxes for one choice, the group is one. */
    private static final String NUMBER_ACTS =
            """
            () => {
              const seen = e => e.checkVisibility({visibilityProperty: true})
              const groups = new Set()
              let n = 0
              for (const e of document.querySelectorAll('a[href],button,input,select,textarea,summary')) {
                if (e.disabled || e.type === 'hidden' || !seen(e)) continue
                if (e.type === 'radio') {
                  if (groups.has(e.name)) continue
                  groups.add(e.name)
                  document.getElementsByName(e.name).forEach(one => one.dataset.act = n)
                }
                e.dataset.act = n++
              }
              return n
            }
            """;

    /** The number of what has the focus, and whether something is drawn about it. */
    private static final String WHERE =
            """
            () => {
              const e = document.activeElement
              if (!e || e.dataset.act === undefined) return ''
              const s = getComputedStyle(e)
              const drawn = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none'
              const box = e.getBoundingClientRect()
              const there = box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight
              return e.dataset.act + (drawn && there ? '' : ' unseen')
            }
            """;

    @TempDir
    static Path folder;

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

    private static BrowserContext leader(int width) {
        return chromium.context(server.address(), world.as(ActingRole.COMMUNE_LEADER), width, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {Chromium.NARROW, Chromium.WIDE})
    void everyAct_isReachedWithTheTabKeyAndShowsIt(int width) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = leader(width)) {
            Page page = context.newPage();
            for (String address : EveryPageIT.addresses(world, ActingRole.COMMUNE_LEADER)) {
                page.navigate(server.address().resolve(address).toString());
                faults.addAll(walk(page, address));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> walk(Page page, String address) {
        int acts = ((Number) page.evaluate(NUMBER_ACTS)).intValue();
        Set<Integer> left = new TreeSet<>();
        for (int i = 0; i < acts; i++) {
            left.add(i);
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < acts + 20 && !left.isEmpty(); i++) {
            page.keyboard().press("Tab");
            String[] where = String.valueOf(page.evaluate(WHERE)).split(" ");
            if (where.length > 1 && left.contains(Integer.valueOf(where[0]))) {
                faults.add(address + ": the focus is not seen on " + element(page, where[0]));
            }
            if (!where[0].isEmpty()) {
                left.remove(Integer.valueOf(where[0]));
            }
        }
        left.forEach(act -> faults.add(address + ": not reached: " + element(page, String.valueOf(act))));
        return faults;
    }

    private static Object element(Page page, String act) {
        return page.evaluate("act => document.querySelector(`[data-act='${act}']`).outerHTML.slice(0, 120)", act);
    }

    @Test
    void theList_isNarrowedWhileOneTypes() {
        try (BrowserContext context = leader(Chromium.WIDE)) {
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
