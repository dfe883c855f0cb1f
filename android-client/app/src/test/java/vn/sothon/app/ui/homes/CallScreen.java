package vn.sothon.app.ui.homes;

import vn.sothon.app.ui.Hand;

/** Whom to call. */
public final class CallScreen {
    private final Hand hand;

    /** The page that stands before this hand now. */
    public CallScreen(Hand hand) {
        this.hand = hand.sees("Gọi ai khi cần");
    }

    public CallScreen offers(String name, String number) {
        hand.sees(name).sees("Gọi " + number);
        return this;
    }

    public Hand hand() {
        return hand;
    }
}
