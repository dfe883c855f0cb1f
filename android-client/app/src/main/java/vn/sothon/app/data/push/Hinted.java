package vn.sothon.app.data.push;

/** What a message asks of the process it wakes up. */
public interface Hinted {
    /** There is something to look at. */
    void lookSoon();

    /** Messages reach this phone under another token from now on. */
    void pushToken(String token);
}
