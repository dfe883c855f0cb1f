package vn.sothon.model.record;

/** Every kind of sealed item, and the newest form of it that this build understands. */
public enum RecordKind {
    LOAN_USE_CHECK(LoanUseCheck.class, 1),
    CHECK_SHEET(CheckSheet.class, 1),
    MONITORING_MINUTES(MonitoringMinutes.class, 1),
    WITHDRAWAL(Withdrawal.class, 1),
    ACKNOWLEDGE_ALERT(Act.AcknowledgeAlert.class, 1),
    RESOLVE_ALERT(Act.ResolveAlert.class, 1),
    CLOSE_RECOMMENDATION(Act.CloseRecommendation.class, 1),
    RETIE(Act.Retie.class, 1),
    ASSIGN_ALERT(Act.AssignAlert.class, 1);

    private final Class<? extends Payload> payload;
    private final int formVersion;

    RecordKind(Class<? extends Payload> payload, int formVersion) {
        this.payload = payload;
        this.formVersion = formVersion;
    }

    public Class<? extends Payload> payload() {
        return payload;
    }

    public int formVersion() {
        return formVersion;
    }

    /** An act changes the state of something else; it is judged after the records of its batch. */
    public boolean isAct() {
        return Act.class.isAssignableFrom(payload);
    }

    /** Only these fulfil a plan task by themselves; a sheet shows the ties of its checks. */
    public boolean isTied() {
        return this == LOAN_USE_CHECK || this == MONITORING_MINUTES;
    }
}
