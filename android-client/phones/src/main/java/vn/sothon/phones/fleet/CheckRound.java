package vn.sothon.phones.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Corrections;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.VisitSheet.Conclusions;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.record.Signatory;
import vn.sothon.phones.CheckAnswers;

/** The checks of one phone's day: the houses, the corrections, and a sheet for each group visited. */
final class CheckRound {
    private static final long USUAL_LOAN = 30_000_000;
    private static final long ROUND = 100_000;

    private final FleetPhone phone;
    private final FleetWords words;
    private final WorkOrder.Day day;
    private final Random luck;
    private final VisitKind kind;
    private final Map<String, UUID> visits = new LinkedHashMap<>();

    CheckRound(FleetPhone phone, FleetWords words, WorkOrder.Day day, Random luck) {
        this.phone = phone;
        this.words = words;
        this.day = day;
        this.luck = luck;
        this.kind = day.visit() == null ? VisitKind.POST_DISBURSEMENT : day.visit();
    }

    void walk() throws IOException {
        List<BookedRecord> earlier = correctable();
        JsonNode checks = day.checks();
        if (checks != null && checks.isArray()) {
            for (JsonNode check : checks) {
                told(WorkOrder.check(check));
            }
        } else if (checks != null) {
            picked(new LoanPicker(phone.phone()).pick(checks.asInt(), luck));
        }
        for (int i = 0; i < day.unknownLoans(); i++) {
            unknown();
        }
        List<BookedRecord> candidates = earlier.isEmpty() ? correctable() : earlier;
        for (int i = 0; i < Math.min(day.corrections(), candidates.size()); i++) {
            correct(candidates.get(candidates.size() - 1 - i));
        }
        if (day.sheet()) {
            for (Map.Entry<String, UUID> visit : visits.entrySet()) {
                sheet(visit.getKey().isEmpty() ? null : visit.getKey(), visit.getValue());
            }
        }
    }

    private void picked(List<Views.Loan> loans) throws IOException {
        for (int i = 0; i < loans.size(); i++) {
            Views.Loan loan = loans.get(i);
            // From the end those who are away, from the start those who misuse, so that the two do not meet.
            boolean away = i >= loans.size() - day.absent();
            boolean misuses = !away && i < day.misuse();
            long received = loan.disbursed() == null ? USUAL_LOAN : loan.disbursed();
            long misused = misuses ? Math.max(1, received / 5 / ROUND * ROUND) : 0;
            check(about(loan), away ? Outcome.NOT_AT_HOME : Outcome.CHECKED, received, misused, i < day.photos());
        }
    }

    private void told(WorkOrder.CheckOrder order) throws IOException {
        Views.Loan loan = phone.phone().workList().loan(order.loanNumber()).orElse(null);
        Draft.About about = loan == null ? new Draft.About(null, null, order.loanNumber(), null) : about(loan);
        Long disbursed = loan == null ? null : loan.disbursed();
        check(
                about,
                order.outcome() == null ? Outcome.CHECKED : order.outcome(),
                disbursed == null ? USUAL_LOAN : disbursed,
                order.misused() == null ? 0 : order.misused(),
                order.photo());
    }

    /** A loan so new that it stands in no monthly roster yet: the number is read off the borrower's book. */
    private void unknown() throws IOException {
        List<Views.Group> groups = phone.phone().workList().groups();
        String group = visits.isEmpty()
                ? (groups.isEmpty()
                        ? null
                        : groups.get(luck.nextInt(groups.size())).code())
                : visits.keySet().iterator().next();
        String number = String.format(Locale.ROOT, "6600%012d", Math.abs(luck.nextLong() % 1_000_000_000_000L));
        check(new Draft.About(group, null, number, null), Outcome.CHECKED, USUAL_LOAN, 0, false);
    }

    private void check(Draft.About about, Outcome outcome, long received, long misused, boolean photo)
            throws IOException {
        boolean met = outcome == Outcome.CHECKED;
        List<String> uses = misused > 0 ? words.misusedFor() : words.usedFor();
        CheckAnswers answers = new CheckAnswers(
                kind,
                outcome,
                met ? Long.valueOf(received) : null,
                met ? misused : 0,
                FleetWords.one(uses, luck),
                met ? FleetWords.one(words.effects(), luck) : null,
                met ? null : FleetWords.one(words.nobodyMet(), luck),
                List.of(),
                phone.session().person().name());
        String group = about.groupCode();
        UUID visit = visits.computeIfAbsent(
                group == null ? "" : group, code -> phone.phone().newId());
        Draft draft = Draft.of(
                phone.phone().newId(), RecordKind.LOAN_USE_CHECK, phone.acting(group, visit), about, answers.form());
        if (photo) {
            byte[] picture = Photos.take(luck);
            String sha256 = phone.phone().files().keep(picture);
            draft = draft.withAttachment(
                    new AttachmentRef(sha256, "image/jpeg", picture.length, AttachmentRef.Role.PHOTO));
        }
        phone.seal(draft);
    }

    private void correct(BookedRecord record) {
        Draft draft = Corrections.draft(phone.phone().newId(), record, FleetWords.one(words.correctionReasons(), luck));
        ObjectNode payload = draft.payload().deepCopy();
        payload.put("usedFor", FleetWords.one(words.usedFor(), luck));
        payload.put("properAmount", payload.path("reallyReceived").asLong());
        payload.put("misusedAmount", 0);
        payload.putArray("findings");
        phone.seal(draft.withPayload(payload));
    }

    private void sheet(@Nullable String group, UUID visit) {
        String name = phone.session().person().name();
        List<Signatory> signatures = new ArrayList<>();
        signatures.add(new Signatory(Signatory.As.INSPECTOR, name, null, null));
        if (group != null) {
            phone.phone()
                    .workList()
                    .group(group)
                    .map(Views.Group::leaderName)
                    .ifPresent(leader -> signatures.add(
                            new Signatory(Signatory.As.GROUP_LEADER, Objects.requireNonNull(leader), null, null)));
        }
        Conclusions conclusions = new Conclusions(
                kind,
                null,
                List.of(new Inspector(name, null)),
                null,
                FleetWords.one(words.planOfUse(), luck),
                FleetWords.one(words.measures(), luck),
                signatures);
        Draft draft =
                phone.phone().visitSheet().draft(phone.phone().newId(), phone.acting(group, visit), group, conclusions);
        if (!draft.payload().path("checks").isEmpty()) {
            phone.seal(draft);
        }
    }

    /** Checks really made and not corrected yet, in the order of sealing. */
    private List<BookedRecord> correctable() {
        List<BookedRecord> found = new ArrayList<>();
        for (BookedRecord record : phone.phone().store().book().all()) {
            boolean check = record.kind() == RecordKind.LOAN_USE_CHECK && record.corrects() == null;
            if (check
                    && record.item().body().contains("\"outcome\":\"CHECKED\"")
                    && phone.phone().store().book().current(record).id().equals(record.id())) {
                found.add(record);
            }
        }
        return found;
    }

    private Draft.About about(Views.Loan loan) {
        SeenLoan seen = phone.phone().workList().seen(loan);
        return new Draft.About(loan.groupCode(), loan.id(), null, seen);
    }
}
