package vn.sothon.app.ui.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.client.record.Draft;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.record.Signatory;

/**
 * A check as far as it is written: typed answers over a draft that may be incomplete. Sums in whole đồng; what is misused
 * follows from what was received and properly used, so the two always add up.
 */
record CheckForm(Draft draft) {
    /** Follow from the sums; nobody is asked. */
    private static final Set<FindingCode> FROM_SUMS =
            EnumSet.of(FindingCode.MISUSE, FindingCode.PARTIAL_MISUSE, FindingCode.NOT_FULLY_RECEIVED);

    static final Signatures.Slot BORROWER = Signatures.Slot.of(Signatory.As.BORROWER);

    @Nullable
    Outcome outcome() {
        String word = text("outcome");
        return word == null ? null : Outcome.valueOf(word);
    }

    @Nullable
    Long received() {
        return sum("reallyReceived");
    }

    @Nullable
    Long proper() {
        return sum("properAmount");
    }

    @Nullable
    Long misused() {
        return sum("misusedAmount");
    }

    @Nullable
    String usedFor() {
        return text("usedFor");
    }

    @Nullable
    String note() {
        return text("note");
    }

    /** Paid out as the roster says; null where it does not. */
    @Nullable
    Long disbursed() {
        SeenLoan seen = draft.about().seen();
        return seen == null ? null : seen.disbursed();
    }

    @Nullable
    String borrower() {
        SeenLoan seen = draft.about().seen();
        return seen == null ? null : seen.memberName();
    }

    boolean findingsAnswered() {
        return draft.payload().has("findings");
    }

    /** What the person said yes to, without what follows from the sums. */
    Findings said() {
        Findings all = Findings.read(draft.payload().path("findings"));
        Set<FindingCode> asked = EnumSet.noneOf(FindingCode.class);
        asked.addAll(all.codes());
        asked.removeAll(FROM_SUMS);
        return all.with(asked);
    }

    int photos() {
        return (int) draft.attachments().stream()
                .filter(file -> file.role() == AttachmentRef.Role.PHOTO)
                .count();
    }

    boolean isSigned() {
        return Signatures.isDrawn(draft, BORROWER);
    }

    CheckForm withOutcome(Outcome outcome) {
        ObjectNode next = copy();
        next.put("outcome", outcome.name());
        if (outcome != Outcome.CHECKED) {
            next.remove(
                    List.of("reallyReceived", "properAmount", "misusedAmount", "usedFor", "findings", "signatures"));
        }
        return on(next);
    }

    CheckForm withReceived(long sum) {
        ObjectNode next = copy();
        Long before = received();
        next.put("reallyReceived", sum);
        if (before != null && before != sum) {
            next.remove(List.of("properAmount", "misusedAmount"));
        }
        return on(next);
    }

    /** The rest of what was received is misused; no more than that can be proper. */
    CheckForm withProper(long sum) {
        Long received = received();
        long all = received == null ? 0 : received;
        ObjectNode next = copy();
        next.put("properAmount", Math.min(sum, all));
        next.put("misusedAmount", all - Math.min(sum, all));
        return on(next);
    }

    CheckForm withText(String field, String words) {
        ObjectNode next = copy();
        if (words.trim().isEmpty()) {
            next.remove(field);
        } else {
            next.put(field, words.trim());
        }
        return on(next);
    }

    CheckForm withFindings(Findings said) {
        ObjectNode next = copy();
        next.set("findings", said.write());
        return on(next);
    }

    CheckForm withFile(AttachmentRef file) {
        return new CheckForm(draft.withAttachment(file));
    }

    CheckForm withBorrower(String name) {
        Draft.About about = draft.about();
        SeenLoan seen = new SeenLoan(name.trim(), null, null, null, null, null, null, null);
        return new CheckForm(draft.withPlace(
                draft.acting(), new Draft.About(about.groupCode(), about.loanId(), about.loanNumber(), seen)));
    }

    /** Findings that follow from the sums stand beside the person's own once the question was answered. */
    private CheckForm on(ObjectNode payload) {
        if (payload.has("findings")) {
            Findings known = Findings.read(payload.path("findings"));
            Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
            codes.addAll(known.codes());
            codes.removeAll(FROM_SUMS);
            codes.addAll(fromSums(payload));
            payload.set("findings", known.with(codes).write());
        }
        return new CheckForm(draft.withPayload(payload));
    }

    private Set<FindingCode> fromSums(JsonNode payload) {
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        if (payload.path("misusedAmount").asLong() > 0) {
            codes.add(payload.path("properAmount").asLong() == 0 ? FindingCode.MISUSE : FindingCode.PARTIAL_MISUSE);
        }
        Long disbursed = disbursed();
        if (disbursed != null
                && payload.has("reallyReceived")
                && payload.path("reallyReceived").asLong() < disbursed) {
            codes.add(FindingCode.NOT_FULLY_RECEIVED);
        }
        return codes;
    }

    private ObjectNode copy() {
        return draft.payload().deepCopy();
    }

    private @Nullable Long sum(String field) {
        JsonNode value = draft.payload().path(field);
        return value.isNumber() ? value.asLong() : null;
    }

    private @Nullable String text(String field) {
        JsonNode value = draft.payload().path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
