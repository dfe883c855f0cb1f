package vn.sothon.server.console.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import vn.sothon.server.platform.http.ErrorPages;

/** What a person reads when a page cannot be shown. */
@Singleton
final class HtmlErrors implements ErrorPages {
    private final Pages pages;

    HtmlErrors(Pages pages) {
        this.pages = pages;
    }

    public record Failed(String kind) {}

    @Override
    public MutableHttpResponse<String> page(HttpRequest<?> request, HttpStatus status, String code) {
        return pages.show(request, status, "error", new Failed(kind(status, code)));
    }

    private static String kind(HttpStatus status, String code) {
        if (code.equals("FORM_EXPIRED")) {
            return "expired";
        }
        if (code.equals("LINK_ENDED")) {
            return "ended";
        }
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "missing";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case REQUEST_ENTITY_TOO_LARGE -> "large";
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> "busy";
            default -> status.getCode() < 500 ? "bad" : "failed";
        };
    }
}
