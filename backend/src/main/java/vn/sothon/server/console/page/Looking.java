package vn.sothon.server.console.page;

import io.micronaut.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of whoever looks at a page: kept with the request. */
public final class Looking {
    static final String VISITOR = "sothon.visitor";
    private static final String CSRF = "sothon.csrf";
    /** The cookie that holds the language. */
    static final String LANGUAGE = "sothon_language";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Looking() {}

    public static void is(HttpRequest<?> request, @Nullable Visitor visitor, String csrf) {
        request.setAttribute(CSRF, csrf);
        if (visitor != null) {
            request.setAttribute(VISITOR, visitor);
        }
    }

    public static Optional<Visitor> visitor(HttpRequest<?> request) {
        return request.getAttribute(VISITOR, Visitor.class);
    }

    /** What each form of the page must send back. */
    static String csrf(HttpRequest<?> request) {
        return request.getAttribute(CSRF, String.class).orElse("");
    }

    /** Vietnamese, unless English was asked for. */
    public static Locale locale(HttpRequest<?> request) {
        boolean english = request.getCookies()
                .findCookie(LANGUAGE)
                .filter(cookie -> cookie.getValue().equals("en"))
                .isPresent();
        return english ? Locale.ENGLISH : VIETNAMESE;
    }
}
