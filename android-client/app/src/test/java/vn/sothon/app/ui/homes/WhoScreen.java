package vn.sothon.app.ui.homes;

import vn.sothon.app.ui.Hand;

/** Which of the people of this phone it is. */
public final class WhoScreen {
    private final Hand hand;

    /** The page that stands before this hand now. */
    public WhoScreen(Hand hand) {
        this.hand = hand.sees("Ai đang dùng máy?");
    }

    /** The app's icon is tapped on a locked phone of several people. */
    public static WhoScreen instead() {
        return new WhoScreen(Hand.opensTheApp().follows());
    }

    /** The app's icon is tapped on a locked phone of one person, and it is another who does. */
    public static WhoScreen fromTheLock() {
        return new WhoScreen(Hand.opensTheApp()
                .follows()
                .sees("Mã PIN của bác")
                .taps("Người khác dùng máy này")
                .follows());
    }

    public WhoScreen names(String... people) {
        for (String person : people) {
            hand.sees(person);
        }
        return this;
    }

    /** The lock of that person. */
    public Hand is(String person) {
        return hand.taps(person).follows().sees("Mã PIN của " + person);
    }

    /** The enrolment of one more person. */
    public Hand addsAnother() {
        return hand.taps("Thêm người dùng máy này").follows();
    }

    public Hand hand() {
        return hand;
    }
}
