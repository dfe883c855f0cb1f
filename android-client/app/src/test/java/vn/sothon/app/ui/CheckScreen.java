package vn.sothon.app.ui;

/** The pages of a loan-use check, in the words of a person who answers them. */
public final class CheckScreen {
    private final Hand hand;

    private CheckScreen(Hand hand) {
        this.hand = hand;
    }

    /** From the list of today. */
    public static CheckScreen of(Hand today, String borrower) {
        return new CheckScreen(today.taps(borrower).follows());
    }

    /** Where a hand already is in one. */
    public static CheckScreen under(Hand hand) {
        return new CheckScreen(hand);
    }

    public Hand hand() {
        return hand;
    }

    public CheckScreen metAndChecked() {
        hand.taps("Đã gặp và kiểm tra được");
        return this;
    }

    public CheckScreen wasNotAtHome() {
        hand.taps("Không có ở nhà");
        return this;
    }

    public CheckScreen receivedAll() {
        hand.taps("Nhận đủ");
        return this;
    }

    public CheckScreen usedFor(String purpose) {
        hand.taps(purpose);
        return this;
    }

    public CheckScreen allOfItProperly() {
        hand.taps("Đúng cả");
        return this;
    }

    public CheckScreen foundNothing() {
        hand.taps("Không có gì");
        return this;
    }

    /** Yes to each of these, and on. */
    public CheckScreen found(String... findings) {
        for (String finding : findings) {
            hand.taps(finding);
        }
        return goesOn();
    }

    public CheckScreen because(String cause) {
        hand.taps(cause);
        return this;
    }

    public CheckScreen damaged(String percent) {
        hand.taps(percent);
        return this;
    }

    public CheckScreen otherIs(String words) {
        hand.cannotTap("Tiếp tục").writes(0, words);
        return goesOn();
    }

    public CheckScreen takesNoPhoto() {
        hand.sees("Chụp ảnh");
        return goesOn();
    }

    public CheckScreen signs(String borrower) {
        hand.signs("Ô ký của " + borrower);
        return goesOn();
    }

    public CheckScreen leavesTheTaskAsItIs() {
        hand.sees("Việc này tính vào nhiệm vụ nào?");
        return goesOn();
    }

    public CheckScreen goesOn() {
        hand.taps("Tiếp tục");
        return this;
    }

    public CheckScreen finishes() {
        hand.taps("Hoàn thành").sees("Đã lưu trong máy");
        return this;
    }

    /** The shortest honest check of a met borrower, from the outcome to the end. */
    public CheckScreen properCheck(String borrower, String purpose) {
        return metAndChecked()
                .receivedAll()
                .usedFor(purpose)
                .allOfItProperly()
                .foundNothing()
                .takesNoPhoto()
                .signs(borrower)
                .leavesTheTaskAsItIs()
                .finishes();
    }
}
