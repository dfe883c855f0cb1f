package vn.sothon.app.ui.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft;
import vn.sothon.model.json.Json;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Finding;
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

    /** What the person said yes to. */
    Set<FindingCode> findings() {
        Set<FindingCode> asked = EnumSet.noneOf(FindingCode.class);
        for (JsonNode finding : draft.payload().path("findings")) {
            asked.add(FindingCode.valueOf(finding.path("code").asText()));
        }
        asked.removeAll(FROM_SUMS);
        return asked;
    }

    Finding.@Nullable ObjectiveCause cause() {
        for (JsonNode finding : draft.payload().path("findings")) {
            if (finding.hasNonNull("cause")) {
                return Finding.ObjectiveCause.valueOf(finding.path("cause").asText());
            }
        }
        return null;
    }

    int photos() {
        return (int) draft.attachments().stream()
                .filter(file -> file.role() == AttachmentRef.Role.PHOTO)
                .count();
    }

    boolean isSigned() {
        return draft.payload().path("signatures").size() > 0;
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

    CheckForm withFindings(Set<FindingCode> asked, Finding.@Nullable ObjectiveCause cause) {
        ObjectNode next = copy();
        ArrayNode list = next.putArray("findings");
        for (FindingCode code : asked) {
            boolean risk = code == FindingCode.OBJECTIVE_RISK;
            list.add(Json.tree(new Finding(code, risk ? cause : null, null, null)));
        }
        return on(next);
    }

    CheckForm withFile(AttachmentRef file) {
        return new CheckForm(draft.withAttachment(file));
    }

    CheckForm withSignature(AttachmentRef drawing, String name) {
        ObjectNode next = copy();
        next.putArray("signatures").add(Json.tree(new Signatory(Signatory.As.BORROWER, name, null, drawing.sha256())));
        return new CheckForm(on(next).draft().withAttachment(drawing));
    }

    CheckForm withBorrower(String name) {
        Draft.About about = draft.about();
        SeenLoan seen = new SeenLoan(name.trim(), null, null, null, null, null, null, null);
        return new CheckForm(new Draft(
                draft.id(),
                draft.kind(),
                draft.acting(),
                new Draft.About(about.groupCode(), about.loanId(), about.loanNumber(), seen),
                draft.correction(),
                draft.planTaskId(),
                draft.position(),
                draft.attachments(),
                draft.payload()));
    }

    /** Findings that follow from the sums stand beside the person's own once the question was answered. */
    private CheckForm on(ObjectNode payload) {
        if (payload.has("findings")) {
            ArrayNode kept = payload.arrayNode();
            for (JsonNode finding : payload.path("findings")) {
                if (!FROM_SUMS.contains(FindingCode.valueOf(finding.path("code").asText()))) {
                    kept.add(finding);
                }
            }
            for (FindingCode code : fromSums(payload)) {
                kept.add(Json.tree(Finding.of(code)));
            }
            payload.set("findings", kept);
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
