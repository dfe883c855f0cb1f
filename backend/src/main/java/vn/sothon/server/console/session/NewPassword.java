package vn.sothon.server.console.session;

import java.util.Locale;
import java.util.Set;
import vn.sothon.server.console.page.Form;

/** What a new password must be: long enough, typed twice alike, and none of those everybody tries first. */
final class NewPassword {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "0123456789",
            "12345678910",
            "0987654321",
            "1111111111",
            "password123",
            "password1234",
            "qwertyuiop",
            "qwerty1234",
            "matkhau123",
            "matkhau1234",
            "anhyeuem123",
            "iloveyou123",
            "vietnam123",
            "vietnam2025",
            "vietnam2026",
            "nganhang123",
            "administrator",
            "admin12345");

    private NewPassword() {}

    /** Reads {@code password} and {@code again}; what is wrong stands in the form. */
    static String read(Form form, String userName) {
        String password = form.value("password");
        if (password.isEmpty()) {
            form.refuse("password", "form.required");
        } else if (password.length() < SHORTEST) {
            form.refuse("password", "session.password-short", SHORTEST);
        } else if (password.length() > LONGEST) {
            form.refuse("password", "form.too-long", LONGEST);
        } else if (isEasy(password, userName)) {
            form.refuse("password", "session.password-easy");
        } else if (!password.equals(form.value("again"))) {
            form.refuse("again", "session.password-differs");
        }
        return password;
    }

    private static boolean isEasy(String password, String userName) {
        String lower = password.toLowerCase(Locale.ROOT);
        boolean named = !userName.isEmpty() && lower.contains(userName.toLowerCase(Locale.ROOT));
        boolean oneCharacter = lower.chars().distinct().count() < 4;
        return named || oneCharacter || TRIED_FIRST.contains(lower);
    }
}
