package vn.sothon.app.ui.homes;

import vn.sothon.app.ui.Hand;

/** A commune leader's first page. */
public final class LeaderHome {
    private final Hand hand;

    /** The page that stands before this hand now. */
    public LeaderHome(Hand hand) {
        this.hand = hand.sees("Việc của xã");
    }

    /** The app's icon is tapped while the screens are open. */
    public static LeaderHome opened() {
        return new LeaderHome(Hand.opensTheApp().follows());
    }

    public LeaderHome shows(String words) {
        hand.sees(words);
        return this;
    }

    /** By the borrower or group it is about. */
    public LeadersAlert opensAlertAbout(String name) {
        return new LeadersAlert(hand.taps(name).follows());
    }

    /** The loans of one village. */
    public Hand opensVillage(String name) {
        return hand.taps(name).follows().sees("Chỉ thôn " + name);
    }

    public CallScreen opensCalls() {
        return new CallScreen(hand.taps("Gọi ai khi cần").follows());
    }

    public Hand hand() {
        return hand;
    }
}
