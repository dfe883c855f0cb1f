package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.loan.importer.KnownLoan;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.platform.ledger.FeedChange;

/**
 * A loan as the store holds it.
 *
 * @param facts what rosters told, by column; a column without a value is absent
 * @param period the day of the roster that last confirmed it
 */
record StoredLoan(
        UUID id,
        String number,
        Map<RosterColumn, Object> facts,
        boolean open,
        @Nullable String closedReason,
        @Nullable LocalDate period,
        long version) {

    StoredLoan {
        EnumMap<RosterColumn, Object> kept = new EnumMap<>(RosterColumn.class);
        kept.putAll(facts);
        kept.keySet().retainAll(LoanField.COLUMNS);
        facts = kept;
    }

    String commune() {
        return Objects.requireNonNull(text(RosterColumn.COMMUNE_CODE));
    }

    @Nullable
    String village() {
        return text(RosterColumn.VILLAGE_CODE);
    }

    @Nullable
    String group() {
        return text(RosterColumn.GROUP_CODE);
    }

    String borrower() {
        return Objects.requireNonNull(text(RosterColumn.BORROWER_NAME));
    }

    @Nullable
    String text(RosterColumn column) {
        return (String) facts.get(column);
    }

    @Nullable
    Long money(RosterColumn column) {
        return (Long) facts.get(column);
    }

    @Nullable
    LocalDate day(RosterColumn column) {
        return (LocalDate) facts.get(column);
    }

    boolean standsWhere(StoredLoan other) {
        return commune().equals(other.commune())
                && Objects.equals(village(), other.village())
                && Objects.equals(group(), other.group());
    }

    /** Whether a phone would see any difference but the roster's day. */
    boolean looksLike(StoredLoan other) {
        return at(null, 0).view().equals(other.at(null, 0).view());
    }

    StoredLoan in(String commune, @Nullable String village) {
        EnumMap<RosterColumn, Object> moved = new EnumMap<>(RosterColumn.class);
        moved.putAll(facts);
        moved.put(RosterColumn.COMMUNE_CODE, commune);
        if (village != null) {
            moved.put(RosterColumn.VILLAGE_CODE, village);
        }
        return new StoredLoan(id, number, moved, open, closedReason, period, version + 1);
    }

    StoredLoan at(@Nullable LocalDate rosterPeriod, long asVersion) {
        return new StoredLoan(id, number, facts, open, closedReason, rosterPeriod, asVersion);
    }

    KnownLoan known(boolean checkOwed) {
        return new KnownLoan(number, facts, open, checkOwed);
    }

    Views.Loan view() {
        return new Views.Loan(
                id,
                number,
                commune(),
                village(),
                group(),
                borrower(),
                text(RosterColumn.PROGRAMME_CODE),
                text(RosterColumn.PURPOSE),
                money(RosterColumn.DISBURSED_AMOUNT),
                day(RosterColumn.DISBURSED_ON),
                day(RosterColumn.DUE_ON),
                money(RosterColumn.OUTSTANDING),
                money(RosterColumn.OVERDUE),
                open ? "OPEN" : "CLOSED",
                closedReason,
                period);
    }

    FeedChange feedRow() {
        return FeedChange.at(commune(), Pull.Type.loan, id.toString(), version, village(), group(), Json.write(view()));
    }
}
