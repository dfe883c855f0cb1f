package vn.sothon.server.sync.attachments;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import vn.sothon.server.platform.http.Refusal;

/** Every question names the version it speaks, but for the one that asks which there are. */
@ServerFilter(patterns = {Tus.PATH, Tus.PATH + "/**"})
final class TusVersionFilter {
    @RequestFilter
    void check(HttpRequest<?> request) {
        boolean options = request.getMethod() == HttpMethod.OPTIONS
                || "OPTIONS".equalsIgnoreCase(request.getHeaders().get(Tus.METHOD));
        if (!options && !Tus.VERSION.equals(request.getHeaders().get(Tus.RESUMABLE))) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "TUS_VERSION", Tus.RESUMABLE);
        }
    }
}
