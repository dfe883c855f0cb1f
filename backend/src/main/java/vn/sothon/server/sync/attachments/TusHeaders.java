package vn.sothon.server.sync.attachments;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Every answer names the version this server speaks, refusals of other filters too. */
@ServerFilter(patterns = {Tus.PATH, Tus.PATH + "/**"})
final class TusHeaders implements Ordered {
    @ResponseFilter
    void answer(MutableHttpResponse<?> response) {
        response.header(Tus.RESUMABLE, Tus.VERSION);
        if (response.code() == HttpStatus.PRECONDITION_FAILED.getCode()) {
            response.header(Tus.VERSIONS, Tus.VERSION);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
