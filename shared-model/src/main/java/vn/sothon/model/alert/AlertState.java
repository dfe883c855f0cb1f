package vn.sothon.model.alert;

/** How an alert stands. A resolved one is opened again when its matter returns. */
public enum AlertState {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
