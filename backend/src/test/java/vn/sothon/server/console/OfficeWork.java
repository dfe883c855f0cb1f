package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.loan.LoanIds;

/** What a commune's leader does at the console with what came in, and which pages that leaves to look at. */
final class OfficeWork {
    private static final byte[] PDF = "%PDF-1.4 a scan".getBytes(StandardCharsets.UTF_8);

    private final Browser leader;
    private final LocalDate today;
    private final List<String> opened = new ArrayList<>();

    OfficeWork(Browser leader, LocalDate today) {
        this.leader = leader;
        this.today = today;
    }

    /** The pages of single things, each reached by a link or a redirect. */
    List<String> opened() {
        return List.copyOf(opened);
    }

    /** A plan is read in and published from that day on. */
    static void publishes(Browser leader, LocalDate from) throws IOException {
        Page draft = reads(leader, "bai-cat-commune.txt");
        Page published = leader.submit(draft, "form[action$=/publish]", Map.of("from", from.toString()));
        assertThat(published.text()).contains("Kế hoạch đã có hiệu lực");
    }

    private static Page reads(Browser leader, String plan) throws IOException {
        try (InputStream in = OfficeWork.class.getResourceAsStream("/sample-plans/" + plan)) {
            return leader.upload(
                    "/plans/upload",
                    csrf(leader.get("/plans/upload")),
                    Map.of("place", "98001"),
                    "file",
                    plan,
                    in.readAllBytes());
        }
    }

    void works(BusyCommune busy, List<UUID> puzzles) throws IOException {
        alerts();
        recommendations();
        String loan = LoanIds.of(busy.checkedLoan().loanNumber()).toString();
        debts(loan);
        yearPlan(String.valueOf(busy.checkedLoan().groupCode()));
        papers(String.valueOf(busy.checkedLoan().groupCode()));
        puzzles.forEach(record -> opened.add("/queue/" + record));
        opened.add(first("/records?finding=PARTIAL_MISUSE", "#list tbody a"));
        opened.add(first("/records?kind=MONITORING_MINUTES", "#list tbody a"));
        opened.add(first("/plans", "main a[href^=/plans/]:not([href$=upload])"));
        opened.add(path(reads(leader, "song-lam-city.txt")));
        roster(busy.nextRoster());
        leader.confirm();
        opened.add(first("/devices", "a[href$=/revoke]"));
    }

    private void alerts() {
        String taken = first("/alerts?rule=PURPOSE_MISUSED", ".matter h2 a");
        leader.submit(
                leader.get(taken),
                "form[action$=/acknowledge]",
                Map.of("heard", "Đã điện cho trưởng thôn, sáng mai cùng tổ trưởng đến hộ."));
        Page one = leader.get(taken);
        String somebody =
                one.html().select("#field-to option[value~=.{36}]").last().attr("value");
        leader.submit(one, "form[action$=/assign]", Map.of("to", somebody));
        opened.add(taken);
        String settled = first("/alerts?rule=ABSCONDED", ".matter h2 a");
        leader.submit(
                leader.get(settled),
                "form[action$=/resolve]",
                Map.of("settled", "Đã liên hệ được gia đình, hộ cam kết trả dần từ tháng sau."));
        opened.add(settled);
        opened.add(first("/alerts?show=OPEN", ".matter h2 a"));
        opened.add("/alerts?show=RESOLVED");
    }

    private void recommendations() {
        String late = first("/recommendations?show=LATE", ".matter h2 a");
        Page one = leader.get(late);
        leader.upload(
                late + "/close",
                csrf(one),
                Map.of(
                        "note",
                        "Tổ đã họp đủ hai kỳ, biên bản kèm theo.",
                        "version",
                        one.html().select("input[name=version]").val()),
                "file",
                "bien-ban-hop-to.pdf",
                PDF);
        opened.add(late);
        opened.add(first("/recommendations?show=LATE", ".matter h2 a"));
        opened.add(first("/recommendations?show=OPEN", ".matter h2 a"));
        opened.add("/recommendations?show=LATE");
        opened.add("/recommendations?show=CLOSED");
    }

    private void debts(String checked) {
        String debt = first("/debts", "#list tbody a, main tbody a");
        Page page = leader.get(debt);
        String follower = page.html()
                .select("#field-follower option[value~=.{36}]")
                .first()
                .attr("value");
        leader.submit(page, "form[action$=follower]", Map.of("follower", follower));
        leader.submit(
                leader.get(debt),
                "form[action$=notes]",
                Map.of(
                        "text",
                        "Hộ hẹn bán lứa cá xong trả trước một phần.",
                        "promised",
                        "5.000.000",
                        "promisedOn",
                        today.plusDays(20).toString()));
        opened.add(debt);
        opened.add("/debts/" + checked);
    }

    private void yearPlan(String group) {
        String path = "/year-plan/" + today.getYear() + "/" + group;
        Page page = leader.get(path);
        String inspector = page.html()
                .select("#field-inspector option[value~=.{36}]")
                .first()
                .attr("value");
        leader.submit(
                page,
                "form[action$=inspection]",
                Map.of("inspector", inspector, "inspectOn", today.plusDays(5).toString()));
        opened.add(path);
    }

    private void papers(String group) throws IOException {
        Page sheet = leader.upload(
                "/paper",
                csrf(leader.get("/paper")),
                Map.of("kind", "SHEET", "group", group),
                "scan",
                "mau-06.png",
                picture());
        opened.add(sheet.path());
        Page minutes = leader.upload(
                "/paper", csrf(leader.get("/paper")), Map.of("kind", "MINUTES", "group", ""), "scan", "bb.pdf", PDF);
        Map<String, String> typed = new HashMap<>(Map.of(
                "form",
                "GROUP_16TD",
                "madeOn",
                today.toString(),
                "author",
                "Dương Thị Hội",
                "groupCode",
                group,
                "content",
                "Kiểm tra hoạt động của tổ, sổ họp và sổ thu lãi.",
                "recommendation-1",
                "Ghi đủ sổ họp tổ của quý",
                "deadline-1",
                today.plusDays(30).toString(),
                "responsible-1",
                "Tổ trưởng"));
        Page stored = leader.submit(minutes, "form[action^=/paper/minutes]", typed);
        assertThat(stored.path()).startsWith("/paper?done=");
        Page open = leader.upload(
                "/paper", csrf(leader.get("/paper")), Map.of("kind", "MINUTES", "group", ""), "scan", "bb.pdf", PDF);
        opened.add(open.path());
    }

    private void roster(byte[] file) {
        Page draft = leader.upload("/rosters", csrf(leader.get("/rosters")), Map.of(), "file", "so-lieu-moi.csv", file);
        assertThat(draft.path()).startsWith("/rosters/drafts/");
        opened.add(draft.path());
    }

    private String first(String list, String link) {
        Page page = leader.get(list);
        String href = page.html().select(link).attr("href");
        assertThat(href).as("a link on " + list + ":\n" + page.text()).isNotEmpty();
        return href;
    }

    private static String path(Page page) {
        return page.uri().getPath();
    }

    private static String csrf(Page page) {
        return page.html().select("main input[name=csrf]").attr("value");
    }

    /** A sheet of paper, photographed. */
    private static byte[] picture() throws IOException {
        java.awt.image.BufferedImage sheet =
                new java.awt.image.BufferedImage(700, 990, java.awt.image.BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D pen = sheet.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, 700, 990);
        pen.setColor(java.awt.Color.DARK_GRAY);
        for (int y = 200; y < 900; y += 40) {
            pen.drawLine(60, y, 640, y);
        }
        pen.dispose();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(sheet, "png", out);
        return out.toByteArray();
    }
}
