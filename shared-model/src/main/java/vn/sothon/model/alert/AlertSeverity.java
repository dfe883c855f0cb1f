package vn.sothon.model.alert;

/** How soon somebody must know; the order counts. */
public enum AlertSeverity {
    /** Waits for the daily summary. */
    NOTICE,
    /** Is sent at once, but not at night. */
    WARNING,
    /** Is sent at once. */
    CRITICAL
}
