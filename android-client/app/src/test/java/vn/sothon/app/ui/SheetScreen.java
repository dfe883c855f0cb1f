package vn.sothon.app.ui;

/** The pages of the sheet 06/TD that closes a visit. */
public final class SheetScreen {
    private final Hand hand;

    private SheetScreen(Hand hand) {
        this.hand = hand;
    }

    /** From the list of records. */
    public static SheetScreen of(Hand records, String group) {
        return new SheetScreen(records.taps("Lập phiếu 06/TD: " + group).follows());
    }

    public Hand hand() {
        return hand;
    }

    public SheetScreen figuresAreRight() {
        return goesOn();
    }

    public SheetScreen checkedAt(String place) {
        hand.taps(place);
        return this;
    }

    public SheetScreen togetherWith(String name) {
        hand.writes(0, name);
        return goesOn();
    }

    public SheetScreen alone() {
        return goesOn();
    }

    public SheetScreen planGoes(String phrase) {
        hand.taps(phrase);
        return goesOn();
    }

    public SheetScreen measure(String phrase) {
        hand.taps(phrase);
        return goesOn();
    }

    public SheetScreen signs(String name) {
        hand.signs("Ô ký của " + name);
        return goesOn();
    }

    /** Somebody the phone does not know yet. */
    public SheetScreen witnessed(String name) {
        hand.writes(0, name).signs("Ô ký tên");
        return goesOn();
    }

    public SheetScreen goesOn() {
        hand.taps("Tiếp tục");
        return this;
    }

    public SheetScreen finishes() {
        hand.taps("Hoàn thành").sees("Đã lưu trong máy");
        return this;
    }
}
