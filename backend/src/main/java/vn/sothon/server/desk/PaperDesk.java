package vn.sothon.server.desk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.json.Json;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.rule.SheetRules;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.access.Caller;
import vn.sothon.server.desk.PaperSealer.Content;
import vn.sothon.server.device.PaperDesks;
import vn.sothon.server.device.PaperDesks.Desk;
import vn.sothon.server.loan.LoanBook;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.sync.push.PushService;

/**
 * Types papers in. What was typed goes the way of every record: judged, stored, tied and logged by the same push, only
 * that the bytes were sealed at a desk of this server and not on a phone.
 */
@Singleton
public class PaperDesk {
    private final PaperDesks desks;
    private final PaperSealer sealer;
    private final PaperScan scans;
    private final PaperEntries entries;
    private final LoanBook loans;
    private final PersonLookup people;
    private final PushService push;
    private final Uuid7 ids;

    PaperDesk(
            PaperDesks desks,
            PaperSealer sealer,
            PaperScan scans,
            PaperEntries entries,
            LoanBook loans,
            PersonLookup people,
            PushService push,
            ServerClock clock) {
        this.desks = desks;
        this.sealer = sealer;
        this.scans = scans;
        this.entries = entries;
        this.loans = loans;
        this.people = people;
        this.push = push;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    /** An id for a form that is about to be filled. */
    public UUID freshId() {
        return ids.next();
    }

    /** Types a paper in with its scan; the scan's file aside is the caller's to close. */
    public Typed type(Typist typist, Paper paper, PaperScan.Taken.Aside scan) throws IOException {
        if (entries.holds(paper.id())) {
            return new Typed.Before(paper.id());
        }
        Desk desk = desks.of(typist.personId());
        List<Problem> problems = new ArrayList<>();
        List<SealedItem> items = paper instanceof Paper.Sheet sheet
                ? sheet(typist, desk, sheet, scan.ref(), problems)
                : minutes(typist, desk, (Paper.Minutes) paper, scan.ref(), problems);
        if (!problems.isEmpty()) {
            return new Typed.Incomplete(List.copyOf(problems));
        }
        scans.keep(scan, desk.deviceId());
        Push.Answer answer = push.push(
                new Caller(desk.deviceId(), typist.personId(), desk.keyId(), people.grants(typist.personId()), null),
                items.stream().map(Json::tree).toList());
        return settled(typist, paper, scan.ref(), answer);
    }

    private Typed settled(Typist typist, Paper paper, AttachmentRef scan, Push.Answer answer) {
        Set<String> notes = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        boolean held = false;
        for (Push.Result result : answer.results()) {
            notes.addAll(result.notes());
            held |= result.verdict() == Verdict.HELD;
            problems.addAll(result.problems());
            if (result.verdict() == Verdict.RETRY) {
                problems.add(new Problem("", "RETRY"));
            }
        }
        if (problems.stream().anyMatch(problem -> problem.code().equals("REUSED"))) {
            return new Typed.Before(paper.id());
        }
        if (!problems.isEmpty()) {
            return new Typed.Incomplete(List.copyOf(problems));
        }
        entries.add(
                typist,
                paper,
                place(typist, paper),
                scan.sha256(),
                answer.results().size());
        return new Typed.Stored(paper.id(), answer.results().size(), held, List.copyOf(notes));
    }

    private String place(Typist typist, Paper paper) {
        return paper instanceof Paper.Minutes minutes
                ? minutes.communeCode()
                : loans.group(typist.scope(), ((Paper.Sheet) paper).groupCode())
                        .orElseThrow()
                        .communeCode();
    }

    private List<SealedItem> sheet(
            Typist typist, Desk desk, Paper.Sheet sheet, AttachmentRef scan, List<Problem> problems) {
        Optional<LoanBook.GroupEntry> group = loans.group(typist.scope(), sheet.groupCode());
        if (group.isEmpty()) {
            problems.add(new Problem("groupCode", "UNKNOWN_VALUE"));
            return List.of();
        }
        if (sheet.rows().isEmpty()) {
            problems.add(new Problem("rows", "REQUIRED"));
            return List.of();
        }
        UUID visit = ids.next();
        List<SealedItem> items = new ArrayList<>();
        List<SheetRules.Row> rows = new ArrayList<>();
        List<CheckSheet.Row> named = new ArrayList<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            Paper.Row row = sheet.rows().get(i);
            SeenLoan seen = seen(typist, row, "rows[" + i + "].loanId", problems);
            LoanUseCheck check = check(sheet, row);
            UUID id = ids.next();
            SealedItem item = sealer.seal(
                    typist,
                    desk,
                    new Content(
                            id,
                            RecordKind.LOAN_USE_CHECK,
                            sheet.origin(),
                            visit,
                            group.get().communeCode(),
                            group.get().villageCode(),
                            sheet.groupCode(),
                            row.loanId(),
                            row.loanNumber(),
                            seen,
                            scan,
                            check));
            add("rows[" + i + "].", sealer.problems(item, RecordKind.LOAN_USE_CHECK), problems);
            items.add(item);
            rows.add(new SheetRules.Row(seen == null ? SeenLoan.NOTHING : seen, check));
            named.add(new CheckSheet.Row(id, Seals.sha256(item.head())));
        }
        CheckSheet closing = new CheckSheet(
                sheet.visit(),
                sheet.checkingBody(),
                sheet.inspectors(),
                sheet.place(),
                named,
                SheetRules.total(rows),
                sheet.planOfUse(),
                SheetRules.proper(rows),
                SheetRules.misused(rows),
                sheet.measures(),
                List.of());
        SealedItem item = sealer.seal(
                typist,
                desk,
                new Content(
                        sheet.id(),
                        RecordKind.CHECK_SHEET,
                        sheet.origin(),
                        visit,
                        group.get().communeCode(),
                        group.get().villageCode(),
                        sheet.groupCode(),
                        null,
                        null,
                        null,
                        scan,
                        closing));
        if (problems.isEmpty()) {
            add("", sealer.problems(item, RecordKind.CHECK_SHEET), problems);
        }
        items.add(item);
        return items;
    }

    private @Nullable SeenLoan seen(Typist typist, Paper.Row row, String field, List<Problem> problems) {
        if (row.loanId() == null) {
            return null;
        }
        Optional<LoanBook.Entry> loan = loans.one(typist.scope(), row.loanId());
        if (loan.isEmpty()) {
            problems.add(new Problem(field, "UNKNOWN_VALUE"));
        }
        return loan.map(LoanBook.Entry::seen).orElse(null);
    }

    private static LoanUseCheck check(Paper.Sheet sheet, Paper.Row row) {
        return new LoanUseCheck(
                sheet.visit(),
                row.outcome(),
                null,
                sheet.checkingBody(),
                sheet.inspectors(),
                sheet.place(),
                row.reallyReceived(),
                row.realOutstanding(),
                row.usedFor(),
                row.properAmount(),
                row.misusedAmount(),
                row.effect(),
                row.interestOwed(),
                null,
                null,
                row.findings(),
                null,
                List.of());
    }

    private List<SealedItem> minutes(
            Typist typist, Desk desk, Paper.Minutes minutes, AttachmentRef scan, List<Problem> problems) {
        Optional<LoanBook.GroupEntry> group =
                minutes.groupCode() == null ? Optional.empty() : loans.group(typist.scope(), minutes.groupCode());
        if (minutes.groupCode() != null && group.isEmpty()) {
            problems.add(new Problem("groupCode", "UNKNOWN_VALUE"));
            return List.of();
        }
        MonitoringMinutes payload = new MonitoringMinutes(
                minutes.form(),
                minutes.subject(),
                null,
                null,
                null,
                minutes.place(),
                minutes.team(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                minutes.content(),
                minutes.strengths(),
                minutes.shortcomings(),
                minutes.recommendations().stream()
                        .map(wanted -> new MonitoringMinutes.Recommendation(
                                ids.next(), wanted.text(), wanted.deadline(), wanted.responsible()))
                        .toList(),
                minutes.findings(),
                null,
                null,
                List.of());
        SealedItem item = sealer.seal(
                typist,
                desk,
                new Content(
                        minutes.id(),
                        RecordKind.MONITORING_MINUTES,
                        minutes.origin(),
                        null,
                        group.map(LoanBook.GroupEntry::communeCode).orElse(minutes.communeCode()),
                        minutes.villageCode() != null
                                ? minutes.villageCode()
                                : group.map(LoanBook.GroupEntry::villageCode).orElse(null),
                        minutes.groupCode(),
                        null,
                        null,
                        null,
                        scan,
                        payload));
        add("", sealer.problems(item, RecordKind.MONITORING_MINUTES), problems);
        return List.of(item);
    }

    private static void add(String prefix, List<Problem> found, List<Problem> problems) {
        for (Problem problem : found) {
            String field = Objects.requireNonNullElse(problem.field(), "");
            problems.add(new Problem(prefix + field.replace("payload.", ""), problem.code()));
        }
    }
}
