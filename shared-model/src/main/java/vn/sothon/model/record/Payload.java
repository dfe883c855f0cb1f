package vn.sothon.model.record;

/** What a sealed body carries, one type per {@link RecordKind}. */
public sealed interface Payload permits LoanUseCheck, CheckSheet, MonitoringMinutes, Withdrawal, Act {}
