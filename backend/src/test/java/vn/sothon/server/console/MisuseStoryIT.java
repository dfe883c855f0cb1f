package vn.sothon.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.ops.Verification;

/**
 * What the product is for, told once from end to end: a village head's phone finds misuse, the leader sees it appear on
 * the page he has open, takes it up, recommends with a deadline, and closes the recommendation with evidence.
 */
class MisuseStoryIT {
    private static final FilePayload SCAN = paper("bien-ban.pdf");
    private static final FilePayload RECEIPT = paper("phieu-thu.pdf");
    private static final String DEMAND = "Thu hồi 20 triệu đồng sử dụng sai mục đích";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static RunningServer server;
    private static ConsoleWorld world;

    @BeforeAll
    static void begin() throws Exception {
        chromium = Chromium.open();
        server = Engine.SQLITE.start(folder.resolve("server"));
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

    @Test
    void misuse_foundInAVillage_isSeenTakenUpRecommendedOnAndClosed() throws Exception {
        try (BrowserContext office = chromium.context(
                server.address(), world.as(ActingRole.COMMUNE_LEADER), Chromium.WIDE, ColorScheme.LIGHT)) {
            Page page = office.newPage();
            page.navigate(server.address().toString());
            page.waitForSelector("html[data-listening=yes]");
            Locator waiting = page.locator("#needs a[href='/alerts?show=OPEN'] .count");
            int before = Integer.parseInt(waiting.innerText().strip());
            page.evaluate("window.notReloaded = true");

            misuseIsFoundByThePhone();

            assertThat(waiting).hasText(String.valueOf(before + 1));
            assertThat(page.locator("[data-news]")).not().isEmpty();
            assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
            Chromium.keep(page, "console-story-1-seen-live");

            page.locator("#needs a[href='/alerts?show=OPEN']").click();
            page.locator(".matter")
                    .filter(new Locator.FilterOptions().setHasText("20.000.000"))
                    .first()
                    .locator("h2 a")
                    .click();
            String alert = page.url();
            page.fill("#field-heard", "Chiều nay tôi xuống thôn cùng tổ trưởng.");
            press(page, "Tôi tiếp nhận việc này");
            assertThat(page.locator(".story")).containsText("Chiều nay tôi xuống thôn");
            Chromium.keep(page, "console-story-2-taken-up");

            recommends(page);
            closes(page);

            page.navigate(alert);
            page.fill("#field-settled", "Đã thu hồi đủ, hộ vay cam kết bằng văn bản.");
            press(page, "Đã xử lý xong");
            assertThat(page.locator(".story li")).hasCount(3);
            Chromium.keep(page, "console-story-5-history");
            assertThat(waitingAt(page)).isEqualTo(before);
        }
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    /** The phone's own core, over HTTP. */
    private static void misuseIsFoundByThePhone() {
        String code = server.bean(EnrolmentService.class)
                .makeCode(world.head().id(), EnrolmentService.ON_PAPER)
                .text();
        phone("enrol", "--server", server.address().toString(), "--code", code);
        phone("sync");
        phone(
                "check",
                "--loan",
                "6600000000000002",
                "--received",
                "50000000",
                "--misused",
                "20000000",
                "--used-for",
                "mua xe máy",
                "--finding",
                "PARTIAL_MISUSE");
        phone("sync");
    }

    private static void phone(String... arguments) {
        ToolProvider phone = ToolProvider.findFirst("phone").orElseThrow();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", folder.resolve("phone").toString()));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        assertThat(phone.run(out, out, all.toArray(new String[0])))
                .as(said.toString())
                .isZero();
    }

    private static void recommends(Page page) {
        link(page, "Lập biên bản có kiến nghị");
        assertThat(page.locator("#field-kind")).hasValue("MINUTES");
        page.setInputFiles("#field-scan", SCAN);
        press(page, "Nhập theo bản chụp");
        String today = world.today().toString();
        page.selectOption("#field-form", "VILLAGE");
        page.fill("#field-madeOn", today);
        page.fill("#field-author", "Hoàng Thị Minh");
        page.fill("#field-content", "Làm việc với hộ vay và tổ trưởng tại thôn.");
        page.fill("#field-recommendation-1", DEMAND);
        page.fill("#field-deadline-1", world.today().plusDays(10).toString());
        page.fill("#field-responsible-1", "Tổ trưởng tổ vay vốn");
        press(page, "Lưu như một phiếu");
        page.navigate(server.address().resolve("/recommendations").toString());
        link(page, DEMAND);
        assertThat(page.locator(".say")).hasText(DEMAND);
        Chromium.keep(page, "console-story-3-recommended");
    }

    private static void closes(Page page) {
        page.fill("#field-note", "Hộ vay đã nộp lại 20 triệu đồng.");
        page.setInputFiles("#field-file", RECEIPT);
        press(page, "Đóng kiến nghị");
        assertThat(page.locator("main")).containsText("Hộ vay đã nộp lại 20 triệu đồng.");
        assertThat(page.locator("a[href*='/files/']")).hasCount(1);
        Chromium.keep(page, "console-story-4-closed");
    }

    private static int waitingAt(Page page) {
        page.navigate(server.address().toString());
        return Integer.parseInt(page.locator("#needs a[href='/alerts?show=OPEN'] .count")
                .innerText()
                .strip());
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .click();
    }

    private static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .click();
    }

    private static FilePayload paper(String name) {
        return new FilePayload(name, "application/pdf", "%PDF-1.4 a test".getBytes(StandardCharsets.UTF_8));
    }
}
