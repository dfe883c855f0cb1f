package vn.sothon.app.ui;

import java.util.Set;

/** The pages of monitoring minutes. */
public final class MinutesScreen {
    private static final int POINTS = 16;

    private final Hand hand;

    private MinutesScreen(Hand hand) {
        this.hand = hand;
    }

    /** From the list of today. */
    public static MinutesScreen of(Hand today) {
        return new MinutesScreen(today.taps("Biên bản").follows());
    }

    public Hand hand() {
        return hand;
    }

    public MinutesScreen onTheVillage(String matter) {
        hand.taps("Giám sát ở thôn").taps(matter);
        return this;
    }

    public MinutesScreen onTheGroup(String group) {
        hand.taps("Kiểm tra tổ vay vốn (16/TD)").taps(group);
        return this;
    }

    public MinutesScreen because(String reason) {
        hand.taps(reason);
        return this;
    }

    public MinutesScreen at(String place) {
        hand.taps(place);
        return this;
    }

    public MinutesScreen alone() {
        return goesOn();
    }

    /** Adds one who is not known here. */
    public MinutesScreen withGuest(String name, String position) {
        hand.writes(0, name).writes(1, position).taps("Thêm tên này");
        return goesOn();
    }

    public MinutesScreen figuresAreRight() {
        hand.taps("Đúng cả, tiếp tục");
        return this;
    }

    /** Answers all points; those whose question holds one of these words with yes, all others with no. */
    public MinutesScreen answersYesTo(Set<String> words) {
        for (int point = 0; point < POINTS; point++) {
            String asked = hand.words();
            hand.taps(words.stream().anyMatch(asked::contains) ? "Có" : "Không");
        }
        return this;
    }

    public MinutesScreen looksAt(String phrase) {
        hand.cannotTap("Tiếp tục").taps(phrase);
        return goesOn();
    }

    public MinutesScreen says(String phrase) {
        hand.taps(phrase);
        return goesOn();
    }

    public MinutesScreen foundNothing() {
        hand.taps("Không có gì");
        return this;
    }

    public MinutesScreen recommends(String what, String who, String when) {
        hand.taps("＋ Thêm một kiến nghị").cannotTap("Tiếp tục").taps(what).taps("Tiếp tục");
        hand.taps(who).taps(when);
        return this;
    }

    public MinutesScreen noMore() {
        hand.taps("Đủ rồi, tiếp tục");
        return this;
    }

    public MinutesScreen attaches(String sheets) {
        hand.taps(sheets);
        return this;
    }

    public MinutesScreen signs(String name) {
        hand.signs("Ô ký của " + name);
        return goesOn();
    }

    /** Nobody, or on the print. */
    public MinutesScreen doesNotSign() {
        return goesOn();
    }

    public MinutesScreen leavesTheTaskAsItIs() {
        hand.sees("Việc này tính vào nhiệm vụ nào?");
        return goesOn();
    }

    public MinutesScreen goesOn() {
        hand.taps("Tiếp tục");
        return this;
    }

    public MinutesScreen finishes() {
        hand.taps("Hoàn thành").sees("Đã lưu trong máy");
        return this;
    }
}
