package vn.sothon.server.platform.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What every answer says to browsers and proxies, whoever made it: pages say more of their own, and where they do, that
 * stands.
 */
@ServerFilter("/**")
final class SafeHeaders {
    private static final String CACHE = "Cache-Control";
    private static final String POLICY = "Content-Security-Policy";

    @ResponseFilter
    void guard(HttpRequest<?> request, MutableHttpResponse<?> response) {
        atLeast(response, "X-Content-Type-Options", "nosniff");
        atLeast(response, "X-Frame-Options", "DENY");
        atLeast(response, "Referrer-Policy", "no-referrer");
        atLeast(response, POLICY, "default-src 'none'; frame-ancestors 'none'");
        if (request.getPath().startsWith("/api/")) {
            atLeast(response, CACHE, "no-store");
        }
    }

    private static void atLeast(MutableHttpResponse<?> response, String name, String value) {
        if (!response.getHeaders().contains(name)) {
            response.header(name, value);
        }
    }
}
