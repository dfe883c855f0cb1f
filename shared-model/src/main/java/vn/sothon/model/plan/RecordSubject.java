package vn.sothon.model.plan;

/** What a record is about: the use of one loan, a savings-and-loan group, a village matter, the commune's work, debts. */
public enum RecordSubject {
    LOAN,
    GROUP,
    VILLAGE,
    COMMUNE,
    DEBT
}
