package vn.sothon.server.console.office;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterTale;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.sync.push.SealingPhone;

/** The pages of office work over real HTTP. */
class OfficePagesIT {
    private static final String HEADINGS =
            "M\u00e3 x\u00e3,M\u00e3 th\u00f4n,M\u00e3 t\u1ed5,M\u00e3 KH,T\u00ean KH,S\u1ed1 kh\u1ebf \u01b0\u1edbc,"
                    + "T\u00ecnh tr\u1ea1ng m\u00f3n vay,T\u1ed5ng d\u01b0 n\u1ee3,Ng\u00e0y gi\u1ea3i ng\u00e2n\n";
    private static final byte[] SCAN = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final Servers servers = new Servers();

    private static RunningServer server;
    private static int accounts;

    @BeforeAll
    static void start() {
        server = servers.on(Engine.SQLITE);
    }

    @Test
    void everyPage_opensForItsRolesInBothLanguages() {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1).with(RosterColumn.OVERDUE, 5L)));
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Browser women = browser(person("Women", ActingRole.ASSOCIATION_OFFICER, tale.commune, "12"));
        Browser viewer = browser(person("Viewer", ActingRole.PROVINCE_VIEWER, "97", null));
        for (String path : List.of(
                "/rosters",
                "/queue",
                "/year-plan",
                "/year-plan/" + today().getYear() + "/" + tale.group,
                "/debts",
                "/debts?kind=OVERDUE&search=borrower",
                "/debts/" + LoanIds.of(tale.number(1)),
                "/paper",
                "/handover")) {
            for (String language : List.of("en", "vi")) {
                leader.get("/language/" + language);
                Page page = leader.get(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.html().select("h1")).as(path).hasSize(1);
                assertThat(page.text()).as(path).doesNotContain("??");
                assertThat(page.html().select("script:not([src]), style, [style], [onclick]"))
                        .as(path)
                        .isEmpty();
                page.html().select("input:not([type=hidden]), select, textarea").forEach(field -> assertThat(
                                field.attr("id").isEmpty()
                                                && field.parents()
                                                        .select("label")
                                                        .isEmpty()
                                        ? "unlabelled " + field
                                        : "")
                        .as(path)
                        .isEmpty());
            }
            boolean leadersOnly = path.equals("/rosters") || path.equals("/handover");
            assertThat(women.get(path).status()).as(path).isEqualTo(leadersOnly ? 403 : 200);
            assertThat(viewer.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void roster_isLookedAtAppliedAndTakenBack() {
        RosterTale tale = new RosterTale(server);
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        byte[] file = csv(row(tale, 1, "35000000", "<script>alert(1)</script>"), row(tale, 2, "x", "Lan"));

        Page preview = upload(leader, "/rosters", "file", "../../<img src=x>so lieu 31-08-2026.csv", file, Map.of());

        assertThat(preview.path()).startsWith("/rosters/drafts/");
        assertThat(preview.html().select("script:not([src])")).isEmpty();
        assertThat(preview.html().select("main img")).isEmpty();
        assertThat(preview.text()).contains("<script>alert(1)</script>", tale.number(1));
        assertThat(preview.text()).contains("D\u00f2ng 3");
        assertThat(tale.number("SELECT COUNT(*) FROM loan WHERE commune_code = ?", tale.commune))
                .isZero();

        Page applied = leader.submit(preview, "form[action^=/rosters/drafts]", Map.of("period", "31/8/2026"));

        assertThat(applied.path()).startsWith("/rosters?done=");
        assertThat(tale.number("SELECT COUNT(*) FROM loan WHERE commune_code = ?", tale.commune))
                .isEqualTo(1);
        assertThat(leader.get(preview.path()).status()).isEqualTo(404);
        assertThat(leader.submit(applied, "form[action=/rosters/undo]", Map.of())
                        .path())
                .startsWith("/rosters?done=");
        assertThat(tale.number("SELECT COUNT(*) FROM loan WHERE commune_code = ?", tale.commune))
                .isZero();
    }

    @Test
    void upload_whenItIsNoRoster_isRefusedAtTheFieldAndChangesNothing() throws IOException {
        RosterTale tale = new RosterTale(server);
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        long imports = tale.number("SELECT COUNT(*) FROM roster_import");

        assertRefused(upload(leader, "/rosters", "file", "a.xlsx", SCAN, Map.of()), "file");
        assertRefused(upload(leader, "/rosters", "file", "a.xlsx", bomb(), Map.of()), "file");
        assertRefused(upload(leader, "/rosters", "file", "a.xlsx", new byte[0], Map.of()), "file");
        // Too large for any form of ours: the server stops reading.
        try {
            assertThat(upload(leader, "/rosters", "file", "a.xlsx", new byte[50 << 20], Map.of())
                            .status())
                    .isGreaterThanOrEqualTo(400);
        } catch (UncheckedIOException closed) {
            assertThat(closed).hasCauseInstanceOf(IOException.class);
        }

        assertThat(tale.number("SELECT COUNT(*) FROM roster_import")).isEqualTo(imports);
        assertThat(servers.folder(Engine.SQLITE).resolve("rosters"))
                .satisfiesAnyOf(left -> assertThat(left).doesNotExist(), left -> assertThat(left)
                        .isDirectoryNotContaining("glob:*"));
    }

    @Test
    void yearPlan_sharesChecksOutAndSaysWhatIsWrongAtTheField() {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2)));
        Person leader = person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null);
        Browser browser = browser(leader);
        String path = "/year-plan/" + today().getYear() + "/" + tale.group;
        Page page = browser.get(path);

        Page wrong =
                browser.submit(page, "form[action$=inspection]", Map.of("inspector", "", "inspectOn", "2020-01-01"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.faultAt("inspector")).isNotEmpty();
        Page past = browser.submit(
                page,
                "form[action$=inspection]",
                Map.of("inspector", leader.id().toString(), "inspectOn", "2020-01-01"));
        assertThat(past.faultAt("inspectOn")).isNotEmpty();
        assertThat(tale.feed("obligation")).isEmpty();

        Page done = browser.submit(
                page,
                "form[action$=inspection]",
                Map.of("inspector", leader.id().toString(), "inspectOn", today().toString()));
        assertThat(done.path()).contains("done=");
        Page checks = browser.submit(
                done,
                "form[action$=checks]",
                Map.of(
                        "loan",
                        LoanIds.of(tale.number(1)).toString(),
                        "checker",
                        leader.id().toString(),
                        "dueOn",
                        today().toString()));
        assertThat(checks.path()).contains("done=");
        assertThat(tale.feed("obligation")).hasSize(2);
        assertThat(browser.submit(
                                done,
                                "form[action$=checks]",
                                Map.of("checker", leader.id().toString()))
                        .status())
                .isEqualTo(422);
        browser.submit(checks, "form[action$=withdraw]", Map.of());
        assertThat(tale.feed("obligation").stream().filter(row -> !row.removed()))
                .hasSize(1);
    }

    @Test
    void debt_isFollowedNotedAndCorrected() {
        RosterTale tale = new RosterTale(server);
        RosterTale other = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1).with(RosterColumn.OVERDUE, 5_000_000L)));
        other.apply(creditFile(AUGUST, other.loan(1).with(RosterColumn.OVERDUE, 5L)));
        Person leader = person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null);
        Browser browser = browser(leader);
        String path = "/debts/" + LoanIds.of(tale.number(1));
        assertThat(browser.get("/debts").text()).contains("Borrower 1");
        assertThat(browser.get("/debts/" + LoanIds.of(other.number(1))).status())
                .isEqualTo(404);

        Page followed = browser.submit(
                browser.get(path),
                "form[action$=follower]",
                Map.of("follower", leader.id().toString()));
        assertThat(followed.path()).contains("done=");
        Page wrong = browser.submit(
                followed, "form[action$=notes]", Map.of("text", "", "promised", "many", "agreedOn", "2099-01-01"));
        assertThat(wrong.faultAt("text")).isNotEmpty();
        assertThat(wrong.faultAt("promised")).isNotEmpty();
        Page noted = browser.submit(
                followed,
                "form[action$=notes]",
                Map.of("text", "<b>h\u1eb9n tr\u1ea3</b>", "promised", "2.000.000", "promisedOn", today().toString()));
        assertThat(noted.text()).contains("<b>h\u1eb9n tr\u1ea3</b>", "2.000.000");
        Page correcting = browser.get(noted.html().select("a[href*=corrects]").attr("href"));
        Page corrected = browser.submit(correcting, "form[action$=notes]", Map.of("text", "pays half"));

        assertThat(corrected.text()).contains("pays half", "\u0110\u00e3 \u0111\u01b0\u1ee3c s\u1eeda");
        assertThat(tale.number("SELECT COUNT(*) FROM debt_note WHERE loan_id = ?", LoanIds.of(tale.number(1))))
                .isEqualTo(2);
    }

    @Test
    void paper_isTypedFromItsScanAndStored() {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.freshLoan(1), tale.loan(2)));
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Map<String, String> sheet = Map.of("kind", "SHEET", "group", tale.group);

        assertRefused(
                upload(leader, "/paper", "scan", "scan.pdf", "<html>".getBytes(StandardCharsets.UTF_8), sheet), "scan");
        assertRefused(
                upload(leader, "/paper", "scan", "scan.pdf", SCAN, Map.of("kind", "SHEET", "group", "1")), "group");
        Page form = upload(leader, "/paper", "scan", "..\\..\\scan.pdf", SCAN, sheet);
        assertThat(form.path()).startsWith("/paper/sheets/");
        String loan = LoanIds.of(tale.number(1)).toString();
        Map<String, String> typed = new HashMap<>(Map.of(
                "madeOn",
                today().toString(),
                "author",
                "Tr\u01b0\u1edfng th\u00f4n",
                "visit",
                "POST_DISBURSEMENT",
                "outcome-" + loan,
                "CHECKED",
                "reallyReceived-" + loan,
                "50.000.000",
                "properAmount-" + loan,
                "40.000.000",
                "misusedAmount-" + loan,
                "5.000.000",
                "usedFor-" + loan,
                "b\u00f2"));
        Page wrong = leader.submit(form, "form[action^=/paper/sheets]", typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.faultAt("misusedAmount-" + loan)).isNotEmpty();
        assertThat(wrong.html().select("#field-author").attr("value")).isEqualTo("Tr\u01b0\u1edfng th\u00f4n");
        assertThat(tale.number("SELECT COUNT(*) FROM record WHERE commune_code = ?", tale.commune))
                .isZero();

        typed.put("misusedAmount-" + loan, "10.000.000");
        Page stored = leader.submit(wrong, "form[action^=/paper/sheets]", typed);

        assertThat(stored.path()).startsWith("/paper?done=");
        assertThat(tale.number("SELECT COUNT(*) FROM record WHERE commune_code = ?", tale.commune))
                .isEqualTo(2);
        assertThat(stored.text()).contains("Tr\u01b0\u1edfng th\u00f4n");
        assertThat(leader.get(form.path()).status()).isEqualTo(404);
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void minutes_areTypedFromTheirScan() {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Page form = upload(leader, "/paper", "scan", "scan.pdf", SCAN, Map.of("kind", "MINUTES", "group", ""));
        Map<String, String> typed = new HashMap<>(Map.of(
                "form",
                "GROUP_16TD",
                "madeOn",
                today().toString(),
                "author",
                "Lan",
                "content",
                "checked the books",
                "recommendation-1",
                "Meet every month",
                "deadline-1",
                today().plusDays(9).toString()));
        Page wrong = leader.submit(form, "form[action^=/paper/minutes]", typed);
        assertThat(wrong.faultAt("groupCode")).isNotEmpty();

        typed.put("groupCode", tale.group);
        assertThat(leader.submit(wrong, "form[action^=/paper/minutes]", typed).path())
                .startsWith("/paper?done=");

        assertThat(tale.feed("recommendation")).hasSize(1);
    }

    @Test
    void draft_whenSomebodyElseAsks_doesNotExist() {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        Browser one = browser(person("One", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Browser other = browser(person("Other", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Page form = upload(one, "/paper", "scan", "scan.pdf", SCAN, Map.of("kind", "SHEET", "group", tale.group));
        String scan = form.html().select("a[href*=/scan]").attr("href");

        assertThat(one.get(scan).status()).isEqualTo(200);
        assertThat(other.get(scan).status()).isEqualTo(404);
        assertThat(other.get(form.path()).status()).isEqualTo(404);
    }

    @Test
    void queue_letsAPersonNameTheLoanAndALeaderAdmit() throws Exception {
        RosterTale tale = new RosterTale(server);
        RosterTale other = new RosterTale(server);
        tale.apply(
                creditFile(AUGUST, tale.freshLoan(1), tale.freshLoan(2).with(RosterColumn.VILLAGE_CODE, tale.second)));
        Person head = person("Head", ActingRole.VILLAGE_HEAD, tale.first, null);
        UUID unmatched = check(head, tale, tale.first, tale.number(1).substring(0, 15) + "9");
        UUID held = check(head, tale, tale.second, tale.number(2));
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Browser credit = browser(person("Credit", ActingRole.CREDIT_OFFICER, tale.commune, null));
        Browser stranger = browser(person("Stranger", ActingRole.COMMUNE_LEADER, other.commune, null));
        assertThat(stranger.get("/queue/" + held).status()).isEqualTo(404);
        assertThat(leader.get("/queue").html().select("tbody tr").size()).isGreaterThanOrEqualTo(2);

        Page page = leader.get("/queue/" + unmatched + "?search=borrower+1");
        Page wrong = leader.submit(page, "form[action$=loan]", Map.of("reason", ""));
        assertThat(wrong.faultAt("reason")).isNotEmpty();
        Page matched = leader.submit(
                page,
                "form[action$=loan]",
                Map.of("loan", LoanIds.of(tale.number(1)).toString(), "reason", "misread"));
        assertThat(matched.path()).startsWith("/queue?done=");
        assertThat(tale.text("SELECT loan_id FROM record WHERE id = ?", unmatched))
                .isEqualTo(LoanIds.of(tale.number(1)).toString());

        String csrf = csrf(leader.get("/queue/" + held));
        Map<String, String> reason = Map.of("csrf", csrf, "reason", "stood in");
        assertThat(credit.post(
                                "/queue/" + held + "/admit",
                                Map.of("csrf", csrf(credit.get("/paper")), "reason", "stood in"))
                        .status())
                .isEqualTo(403);
        assertThat(leader.post("/queue/" + held + "/admit", reason).path()).startsWith("/queue?done=");
        assertThat(tale.text("SELECT status FROM record WHERE id = ?", held)).isEqualTo("ACCEPTED");
        assertThat(leader.post("/queue/" + held + "/admit", Map.of("csrf", "wrong", "reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void queue_whenTheBorrowerReceivedMoreThanWasPaidOut_waitsUntilALeaderHasLookedIntoIt() throws Exception {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.freshLoan(1).with(RosterColumn.DISBURSED_AMOUNT, 1_000_000L)));
        Person head = person("Head", ActingRole.VILLAGE_HEAD, tale.first, null);
        UUID more = check(head, tale, tale.first, tale.number(1));
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        Browser credit = browser(person("Credit", ActingRole.CREDIT_OFFICER, tale.commune, null));
        assertThat(credit.get("/queue/" + more).html().select("input[name=note]"))
                .isEmpty();

        Page one = leader.get("/queue/" + more);
        assertThat(one.html().select("button[formaction$=/seen]")).hasSize(1);
        Page seen = leader.post(
                "/queue/" + more + "/seen",
                Map.of("csrf", csrf(one), "note", "MORE_THAN_DISBURSED", "reason", "counted twice"));

        assertThat(seen.path()).startsWith("/queue?done=");
        assertThat(leader.get("/queue").html().select("a[href$=" + more + "]").select("a[href^=/queue/]"))
                .isEmpty();
        assertThat(tale.text("SELECT kind FROM decision WHERE about = ?", more)).isEqualTo("SEEN_MORE_THAN_DISBURSED");
        assertThat(tale.text("SELECT code FROM record_note WHERE record_id = ? AND code LIKE 'MORE%'", more))
                .isEqualTo("MORE_THAN_DISBURSED");
    }

    @Test
    void handover_passesOpenWorkToTheSuccessor() {
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1).with(RosterColumn.OVERDUE, 5L)));
        Person old = person("Old", ActingRole.CREDIT_OFFICER, tale.commune, null);
        Person young = person("Young", ActingRole.CREDIT_OFFICER, tale.commune, null);
        Browser leader = browser(person("Leader", ActingRole.COMMUNE_LEADER, tale.commune, null));
        leader.submit(
                leader.get("/debts/" + LoanIds.of(tale.number(1))),
                "form[action$=follower]",
                Map.of("follower", old.id().toString()));

        Page page = leader.get("/handover?from=" + old.id());
        assertThat(page.text()).contains("Borrower 1");
        assertThat(leader.submit(
                                page,
                                "form[method=post][action=/handover]",
                                Map.of("to", old.id().toString(), "reason", "x"))
                        .faultAt("to"))
                .isNotEmpty();
        Page done = leader.submit(
                page,
                "form[method=post][action=/handover]",
                Map.of("to", young.id().toString(), "reason", "retired"));

        assertThat(done.path()).contains("done=");
        assertThat(done.text()).contains("Borrower 1", "retired");
        assertThat(tale.text("SELECT person_id FROM debt_follower WHERE loan_id = ?", LoanIds.of(tale.number(1))))
                .isEqualTo(young.id().toString());
    }

    private static Page upload(
            Browser browser, String path, String field, String name, byte[] content, Map<String, String> fields) {
        return browser.upload(path, csrf(browser.get(path)), fields, field, name, content);
    }

    private static String csrf(Page page) {
        return page.html().select("input[name=csrf]").attr("value");
    }

    private static void assertRefused(Page page, String field) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.faultAt(field)).isNotEmpty().doesNotContain("??");
    }

    private static UUID check(Person head, RosterTale tale, String village, String loanNumber) throws Exception {
        String code = server.bean(EnrolmentService.class)
                .makeCode(head.id(), EnrolmentService.ON_PAPER)
                .text();
        SealingPhone phone = SealingPhone.enrol(server.address(), code);
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, tale.commune);
        draft.villageCode = village;
        draft.loanNumber = loanNumber;
        phone.push(phone.seal(draft));
        return draft.id;
    }

    private static Person person(String name, ActingRole role, String area, @Nullable String association) {
        return server.bean(PeopleService.class)
                .add(new NewPerson(
                        name, null, List.of(new Grant(role, area, null, association, LocalDate.of(2020, 1, 1), null))));
    }

    private static Browser browser(Person person) {
        return Browser.of(server, person, "user." + ++accounts);
    }

    private static LocalDate today() {
        return server.bean(ServerClock.class).today();
    }

    private static byte[] csv(String... rows) {
        return (HEADINGS + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(RosterTale tale, int number, String outstanding, String name) {
        return String.join(
                ",",
                tale.commune,
                tale.first,
                tale.group,
                tale.commune + "9999" + number,
                name,
                tale.number(number),
                "OPEN",
                outstanding,
                "01/03/2025");
    }

    /** A workbook of a few kilobytes whose texts inflate to more than any roster's. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] texts = "<si><t>a</t></si>".repeat(4096).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1100; i++) {
                zip.write(texts);
            }
        }
        return out.toByteArray();
    }
}
