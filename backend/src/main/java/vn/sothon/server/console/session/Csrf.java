package vn.sothon.server.console.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;

/**
 * Whether a form was sent by a page of ours: it carries a text that only the browser's own cookie gives. The body is
 * read beside the controller, so that no controller can forget to ask.
 */
final class Csrf {
    /** Name of the field; in a form with a file it must be the first one. */
    static final String FIELD = "csrf";

    private static final int SECONDS = 60;
    private static final int FIRST_PART = 600;
    private static final Pattern PART =
            Pattern.compile("name=\"" + FIELD + "\"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9_-]+)\r\n");

    private Csrf() {}

    static String of(String cookie) {
        return Seals.sha256("csrf " + cookie);
    }

    static boolean isOurs(HttpRequest<?> request, String expected) {
        return sameOrigin(request)
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent(request).getBytes(StandardCharsets.UTF_8));
    }

    /** What browsers say themselves about where a form comes from, where they say it. */
    private static boolean sameOrigin(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeaders().get("Origin");
        String host = request.getHeaders().get("Host");
        if (origin == null || host == null) {
            return true;
        }
        try {
            return host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String sent(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received)) {
            return "";
        }
        String body = text(received);
        boolean withFile = request.getContentType()
                .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                .isPresent();
        return withFile ? inFirstPart(body) : inFields(body);
    }

    private static String text(ServerHttpRequest<?> request) {
        try (CloseableByteBody copy = request.byteBody().split(SplitBackpressureMode.FASTEST);
                CloseableAvailableByteBody whole = copy.buffer().get(SECONDS, TimeUnit.SECONDS)) {
            return new String(whole.toByteArray(), StandardCharsets.ISO_8859_1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    private static String inFields(String body) {
        for (String pair : body.split("&", -1)) {
            if (pair.startsWith(FIELD + "=")) {
                return URLDecoder.decode(pair.substring(FIELD.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static String inFirstPart(String body) {
        Matcher part = PART.matcher(body.substring(0, Math.min(FIRST_PART, body.length())));
        @Nullable String value = part.find() ? part.group(1) : null;
        return value == null ? "" : value;
    }
}
