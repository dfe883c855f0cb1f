package vn.sothon.server.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person is sent next must be a page of ours: an address never leads elsewhere. */
public final class Inside {
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\w\\-./%?&=+,:]*");

    private Inside() {}

    /** That path, or the first page if it is none of ours. */
    public static String path(@Nullable String wanted) {
        return wanted != null && PATH.matcher(wanted).matches() ? wanted : "/";
    }

    /** Text as a part of an address. */
    public static String encoded(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
