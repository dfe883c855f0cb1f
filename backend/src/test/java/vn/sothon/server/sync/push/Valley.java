package vn.sothon.server.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterFiles;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/**
 * A commune of its own with two villages and a group in the first, the people who check its loans, and beside it another
 * commune.
 */
final class Valley {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    static final String PROVINCE = "94";
    static final Instant OCTOBER = Instant.parse("2026-10-28T03:00:00Z");

    final RunningServer server;
    final String commune = String.format(Locale.ROOT, "94%03d", NEXT.getAndIncrement());
    final String other = String.format(Locale.ROOT, "94%03d", NEXT.getAndIncrement());
    final String first = commune + "001";
    final String second = commune + "002";
    final String group = commune + "01";
    final SealingPhone headOfFirst;
    final SealingPhone headOfSecond;
    final SealingPhone leader;
    final SealingPhone chair;

    Valley(RunningServer server) throws Exception {
        this.server = server;
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea(PROVINCE, AreaKind.PROVINCE, "Province of valleys", null, LONG_AGO),
                        new NewArea(commune, AreaKind.COMMUNE, "Valley", PROVINCE, LONG_AGO),
                        new NewArea(other, AreaKind.COMMUNE, "Next valley", PROVINCE, LONG_AGO),
                        new NewArea(first, AreaKind.VILLAGE, "First", commune, LONG_AGO),
                        new NewArea(second, AreaKind.VILLAGE, "Second", commune, LONG_AGO)));
        headOfFirst = phone(grant(ActingRole.VILLAGE_HEAD, first, null));
        headOfSecond = phone(grant(ActingRole.VILLAGE_HEAD, second, null));
        leader = phone(grant(ActingRole.GROUP_LEADER, commune, group));
        chair = phone(grant(ActingRole.COMMUNE_LEADER, commune, null));
    }

    static Grant grant(ActingRole role, String area, @Nullable String group) {
        return new Grant(role, area, group, null, LONG_AGO, null);
    }

    SealingPhone phone(Grant... grants) throws Exception {
        UUID person = server.bean(PeopleService.class)
                .add(new NewPerson("Somebody", null, List.of(grants)))
                .id();
        String code = server.bean(EnrolmentService.class)
                .makeCode(person, EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    /** The number of a loan of this valley. */
    String number(int loan) {
        return String.format(Locale.ROOT, "6600%s%07d", commune, loan);
    }

    UUID loan(int loan) {
        return LoanIds.of(number(loan));
    }

    /** A row of October's roster: paid out on the 20th, 50 million, a check owed. */
    String row(int loan, String village, String groupCode) {
        return String.join(
                ",",
                commune,
                village,
                groupCode,
                commune + String.format(Locale.ROOT, "%05d", loan),
                "Borrower " + loan,
                number(loan),
                "OPEN",
                "50000000",
                "50000000",
                "20/10/2026");
    }

    void roster(Path folder, String... rows) throws Exception {
        String head = "Mã xã,Mã thôn,Mã tổ,Mã KH,Tên KH,Số khế ước,Tình trạng món vay,Tổng dư nợ,Số tiền giải ngân,"
                + "Ngày giải ngân";
        Path file = folder.resolve("roster-" + UUID.randomUUID() + ".csv");
        Files.writeString(file, head + "\n" + String.join("\n", rows) + "\n");
        server.bean(RosterFiles.class).importFile(file, null, LocalDate.of(2026, 10, 31), "a test");
    }

    /** A check of a loan by the head of the first village. */
    SealingPhone.Draft check(int loan) {
        SealingPhone.Draft draft = headOfFirst.draft(ActingRole.VILLAGE_HEAD, commune);
        draft.villageCode = first;
        draft.loanId = loan(loan);
        draft.wall = OCTOBER;
        return draft;
    }

    SealingPhone.Draft correction(SealingPhone.Draft corrected) {
        SealingPhone.Draft draft = headOfFirst.draft(corrected.role, commune);
        draft.kind = corrected.kind;
        draft.villageCode = corrected.villageCode;
        draft.groupCode = corrected.groupCode;
        draft.loanId = corrected.loanId;
        draft.loanNumber = corrected.loanNumber;
        draft.wall = corrected.wall;
        draft.payload = corrected.payload;
        draft.corrects = corrected.id;
        draft.reason = "counted again";
        return draft;
    }

    Result push(SealingPhone phone, SealingPhone.Draft draft) throws Exception {
        return phone.push(phone.seal(draft)).results().get(0);
    }

    Result push(SealingPhone.Draft draft) throws Exception {
        return push(headOfFirst, draft);
    }

    /** Everything a phone is shown: data by type and id. */
    Map<String, String> shown(SealingPhone phone) throws Exception {
        Map<String, String> shown = new LinkedHashMap<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.address().resolve("/api/v1/sync/pull?limit=500" + cursor))
                                    .header(
                                            "Authorization",
                                            "Bearer " + phone.enrolment().token())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Pull.Answer page = Json.tolerant(answer.body(), Pull.Answer.class);
            page.changes()
                    .forEach(change -> shown.put(
                            change.type() + " " + change.id(), change.data().toString()));
            cursor = "&cursor=" + URLEncoder.encode(page.nextCursor(), StandardCharsets.UTF_8);
            more = page.more();
        }
        return shown;
    }

    /** The record by which what a loan owes was done. */
    String doneBy(int loan) {
        return text("SELECT done_by FROM obligation WHERE loan_id = ?", loan(loan));
    }

    String text(String sql, Object parameter) {
        return server.bean(Writer.class)
                .write(tx -> Sql.one(tx.connection(), sql, row -> String.valueOf(row.getString(1)), parameter)
                        .orElse("nothing"));
    }
}
