package vn.sothon.server.platform.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

/** Tells people, rather than programs, that a call failed. */
public interface ErrorPages {
    /** A page that says so; {@code code} is that of the problem. */
    HttpResponse<String> page(HttpRequest<?> request, HttpStatus status, String code);
}
