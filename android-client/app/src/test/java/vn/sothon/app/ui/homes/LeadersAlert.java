package vn.sothon.app.ui.homes;

import vn.sothon.app.ui.Hand;

/** One alert before somebody who may give it to others. */
public final class LeadersAlert {
    private final Hand hand;

    /** The page that stands before this hand now. */
    public LeadersAlert(Hand hand) {
        this.hand = hand.sees("Xem tất cả cảnh báo");
    }

    public LeadersAlert acknowledges() {
        hand.taps("Tôi nhận việc này").sees("Đã có người nhận");
        return this;
    }

    /** The list of those who may be asked. */
    public LeadersAlert wantsToGiveIt() {
        hand.taps("Giao cho người khác…").sees("Giao việc này cho ai?");
        return this;
    }

    public LeadersAlert to(String name) {
        hand.taps(name).sees("Đã giao cho " + name);
        return this;
    }

    public Hand seesAll() {
        return hand.taps("Xem tất cả cảnh báo");
    }

    public Hand hand() {
        return hand;
    }
}
