package vn.sothon.server.access;

import io.micronaut.http.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a phone says of itself with each call; nothing is believed that does not look like it.
 *
 * @param unsent records on it that the server has not answered for
 * @param appVersion of the app that calls
 */
public record PhoneWord(@Nullable Integer unsent, @Nullable String appVersion) {
    /** The header with the count. */
    public static final String UNSENT = "Sothon-Unsent";
    /** The header with the version. */
    public static final String APP = "Sothon-App";

    private static final PhoneWord NOTHING = new PhoneWord(null, null);
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+_-]{1,40}");

    static PhoneWord of(HttpHeaders headers) {
        String unsent = headers.get(UNSENT);
        if (unsent == null || !COUNT.matcher(unsent).matches()) {
            return NOTHING;
        }
        String app = headers.get(APP);
        return new PhoneWord(
                Integer.valueOf(unsent), app != null && VERSION.matcher(app).matches() ? app : null);
    }

    /** Whether it said anything: other clients of the same interface do not. */
    public boolean isSaid() {
        return unsent != null;
    }
}
