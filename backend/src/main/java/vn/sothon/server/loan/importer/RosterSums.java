package vn.sothon.server.loan.importer;

/**
 * Totals of what was read, to hold against the bank's own.
 *
 * @param customers distinct customer codes, those with savings only included
 * @param savings each customer's savings books once, however many loans repeat them
 */
public record RosterSums(
        int loans,
        int openLoans,
        int customers,
        long disbursed,
        long outstanding,
        long overdue,
        long frozen,
        long interestArrears,
        long savings) {}
