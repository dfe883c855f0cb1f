package vn.sothon.server.loan.importer;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One loan of a roster. Null: the roster has no such column, or the cell is empty or unreadable. Money is whole dong.
 *
 * @param rowNumber as the spreadsheet shows it; of merged rows the first
 * @param loanNumber 16 digits
 * @param phoneMasked only its last three digits are kept
 * @param savings of the customer, all savings books together
 */
public record LoanRow(
        int rowNumber,
        String loanNumber,
        @Nullable String customerCode,
        @Nullable String borrowerName,
        @Nullable String spouseName,
        @Nullable String phoneMasked,
        @Nullable String groupCode,
        @Nullable String groupName,
        @Nullable String leaderName,
        @Nullable String associationCode,
        @Nullable String associationName,
        @Nullable String communeCode,
        @Nullable String communeName,
        @Nullable String villageCode,
        @Nullable String villageName,
        @Nullable String programmeCode,
        @Nullable String programmeName,
        @Nullable String purpose,
        @Nullable Long disbursedAmount,
        @Nullable LocalDate disbursedOn,
        @Nullable LocalDate dueOn,
        @Nullable Long outstanding,
        @Nullable Long overdue,
        @Nullable LocalDate overdueSince,
        @Nullable Long frozen,
        @Nullable LocalDate frozenUntil,
        @Nullable Long interestArrears,
        @Nullable Long savings,
        LoanStatus status,
        @Nullable LocalDate lastTransactionOn) {

    public static LoanRow of(int rowNumber, RowValues values) {
        return new LoanRow(
                rowNumber,
                Objects.requireNonNull(values.text(RosterColumn.LOAN_NUMBER), "loan number"),
                values.text(RosterColumn.CUSTOMER_CODE),
                values.text(RosterColumn.BORROWER_NAME),
                values.text(RosterColumn.SPOUSE_NAME),
                values.text(RosterColumn.PHONE),
                values.text(RosterColumn.GROUP_CODE),
                values.text(RosterColumn.GROUP_NAME),
                values.text(RosterColumn.LEADER_NAME),
                values.text(RosterColumn.ASSOCIATION_CODE),
                values.text(RosterColumn.ASSOCIATION_NAME),
                values.text(RosterColumn.COMMUNE_CODE),
                values.text(RosterColumn.COMMUNE_NAME),
                values.text(RosterColumn.VILLAGE_CODE),
                values.text(RosterColumn.VILLAGE_NAME),
                values.text(RosterColumn.PROGRAMME_CODE),
                values.text(RosterColumn.PROGRAMME_NAME),
                values.text(RosterColumn.PURPOSE),
                values.money(RosterColumn.DISBURSED_AMOUNT),
                values.day(RosterColumn.DISBURSED_ON),
                values.day(RosterColumn.DUE_ON),
                values.money(RosterColumn.OUTSTANDING),
                values.money(RosterColumn.OVERDUE),
                values.day(RosterColumn.OVERDUE_SINCE),
                values.money(RosterColumn.FROZEN),
                values.day(RosterColumn.FROZEN_UNTIL),
                values.money(RosterColumn.INTEREST_ARREARS),
                values.money(RosterColumn.SAVINGS),
                values.status(),
                values.day(RosterColumn.LAST_TRANSACTION_ON));
    }

    /** The same values by column, to compare with what a store holds. */
    public RowValues values() {
        return new RowValues()
                .with(RosterColumn.LOAN_NUMBER, loanNumber)
                .with(RosterColumn.CUSTOMER_CODE, customerCode)
                .with(RosterColumn.BORROWER_NAME, borrowerName)
                .with(RosterColumn.SPOUSE_NAME, spouseName)
                .with(RosterColumn.PHONE, phoneMasked)
                .with(RosterColumn.GROUP_CODE, groupCode)
                .with(RosterColumn.GROUP_NAME, groupName)
                .with(RosterColumn.LEADER_NAME, leaderName)
                .with(RosterColumn.ASSOCIATION_CODE, associationCode)
                .with(RosterColumn.ASSOCIATION_NAME, associationName)
                .with(RosterColumn.COMMUNE_CODE, communeCode)
                .with(RosterColumn.COMMUNE_NAME, communeName)
                .with(RosterColumn.VILLAGE_CODE, villageCode)
                .with(RosterColumn.VILLAGE_NAME, villageName)
                .with(RosterColumn.PROGRAMME_CODE, programmeCode)
                .with(RosterColumn.PROGRAMME_NAME, programmeName)
                .with(RosterColumn.PURPOSE, purpose)
                .with(RosterColumn.DISBURSED_AMOUNT, disbursedAmount)
                .with(RosterColumn.DISBURSED_ON, disbursedOn)
                .with(RosterColumn.DUE_ON, dueOn)
                .with(RosterColumn.OUTSTANDING, outstanding)
                .with(RosterColumn.OVERDUE, overdue)
                .with(RosterColumn.OVERDUE_SINCE, overdueSince)
                .with(RosterColumn.FROZEN, frozen)
                .with(RosterColumn.FROZEN_UNTIL, frozenUntil)
                .with(RosterColumn.INTEREST_ARREARS, interestArrears)
                .with(RosterColumn.SAVINGS, savings)
                .with(RosterColumn.STATUS, status)
                .with(RosterColumn.LAST_TRANSACTION_ON, lastTransactionOn);
    }
}
