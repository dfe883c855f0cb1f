package vn.sothon.app.ui.paper;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.sync.ItemBody;

/** One check, with the fields of 06A/TD. */
final class CheckPaper {
    private final PaperWords words;
    private final SignedRecord record;

    CheckPaper(PaperWords words, SignedRecord record) {
        this.words = words;
        this.record = record;
    }

    void write(PaperWriter paper) {
        LoanUseCheck check = (LoanUseCheck) record.read().payload();
        ItemBody body = record.read().body();
        paper.nation(check.checkingBody());
        paper.title(words.of("title.check"), words.of("title.check.under"));
        paper.line(words.of("time"), words.time(record.booked().sealedAt()));
        paper.line(words.of("where"), check.place());
        paper.line(words.of("position"), position(body.position()));
        paper.line(words.of("visit"), words.of(check.visit(), "visit"));
        paper.line(words.of("inspectors"), words.people(check.inspectors()));
        seen(paper, body.seen());
        found(paper, check);
        if (!body.attachments().isEmpty()) {
            paper.line(
                    words.of("attachments"),
                    words.of("photos", body.attachments().size()));
        }
        UUID replaced = record.read().head().corrects();
        if (replaced != null) {
            paper.text(words.of("replaces", replaced, body.reason() == null ? "" : body.reason()));
        }
        paper.signatures(record.signed(check.signatures(), words));
    }

    private void seen(PaperWriter paper, @Nullable SeenLoan seen) {
        paper.heading(words.of("part.file"));
        paper.line(words.of("borrower"), seen == null ? null : seen.memberName());
        paper.line(words.of("loan"), record.loanNumber());
        paper.line(words.of("group"), seen == null || seen.groupName() == null ? record.groupName() : seen.groupName());
        if (seen != null) {
            paper.line(words.of("programme"), record.programme(seen.programmeCode()));
            paper.line(words.of("disbursed"), words.money(seen.disbursed()));
            paper.line(words.of("disbursedOn"), words.day(seen.disbursedOn()));
            paper.line(words.of("outstanding"), words.money(seen.outstanding()));
            paper.line(words.of("purpose"), seen.purpose());
        }
    }

    private void found(PaperWriter paper, LoanUseCheck check) {
        paper.heading(words.of("part.found"));
        paper.line(words.of("outcome"), words.of(check.outcome(), "outcome"));
        paper.line(words.of("reallyReceived"), words.money(check.reallyReceived()));
        paper.line(words.of("realOutstanding"), words.money(check.realOutstanding()));
        paper.line(words.of("usedFor"), check.usedFor());
        paper.line(words.of("properAmount"), words.money(check.properAmount()));
        paper.line(words.of("misusedAmount"), words.money(check.misusedAmount()));
        paper.line(words.of("effect"), check.effect());
        paper.line(words.of("interestOwed"), words.money(check.interestOwed()));
        paper.line(words.of("savingsBalance"), words.money(check.savingsBalance()));
        paper.line(words.of("abilityToRepay"), check.abilityToRepay());
        paper.line(words.of("findings"), words.findings(check.findings()));
        paper.line(words.of("note"), check.note());
    }

    private @Nullable String position(@Nullable Position position) {
        return position == null
                ? null
                : position.latitude().toPlainString() + ", "
                        + position.longitude().toPlainString() + " " + words.of("place", position.accuracyMetres());
    }
}
