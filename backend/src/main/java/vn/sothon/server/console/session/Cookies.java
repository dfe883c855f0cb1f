package vn.sothon.server.console.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session, and the one that stands in for it before there is one. */
final class Cookies {
    private static final String SESSION = "sothon_session";
    private static final String DOOR = "sothon_door";

    private static final String SECURE = "sothon.secure-line";

    private Cookies() {}

    /** Whether the browser's line is encrypted, a proxy before us counted: its cookies then take no other. */
    static void overSecureLine(HttpRequest<?> request, boolean secure) {
        request.setAttribute(SECURE, secure);
    }

    static @Nullable String session(HttpRequest<?> request) {
        return value(request, SESSION);
    }

    static @Nullable String door(HttpRequest<?> request) {
        return value(request, DOOR);
    }

    static Cookie session(HttpRequest<?> request, String token) {
        return cookie(request, SESSION, token).maxAge(Sessions.WHOLE);
    }

    static Cookie noSession(HttpRequest<?> request) {
        return cookie(request, SESSION, "").maxAge(Duration.ZERO);
    }

    static Cookie door(HttpRequest<?> request, String token) {
        return cookie(request, DOOR, token);
    }

    private static @Nullable String value(HttpRequest<?> request, String name) {
        return request.getCookies()
                .findCookie(name)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private static Cookie cookie(HttpRequest<?> request, String name, String value) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.getAttribute(SECURE, Boolean.class).orElseGet(request::isSecure))
                .sameSite(SameSite.Strict);
    }
}
