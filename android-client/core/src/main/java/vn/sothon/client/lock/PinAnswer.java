package vn.sothon.client.lock;

/** What came of a PIN. */
public sealed interface PinAnswer {
    record Right() implements PinAnswer {}

    /**
     * Not this one.
     *
     * @param triesLeft before a wait begins
     */
    record Wrong(int triesLeft) implements PinAnswer {}

    /** Not looked at: too many were wrong. */
    record Wait(long seconds) implements PinAnswer {}
}
