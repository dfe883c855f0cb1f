package vn.sothon.server.platform.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** Tells people, rather than programs, that a call failed. */
public interface ErrorPages {
    /** A page that says so; {@code code} is that of the problem. */
    MutableHttpResponse<String> page(HttpRequest<?> request, HttpStatus status, String code);
}
