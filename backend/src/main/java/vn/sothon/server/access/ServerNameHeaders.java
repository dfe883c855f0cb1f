package vn.sothon.server.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import vn.sothon.server.platform.http.ServerName;

/**
 * Every answer says who gives it, so that a phone never takes another's word. It is the outermost filter: what another
 * filter refuses is an answer too, and that to a HEAD has no body to say it.
 */
@ServerFilter("/api/**")
final class ServerNameHeaders implements Ordered {
    private final ServerName name;

    ServerNameHeaders(ServerName name) {
        this.name = name;
    }

    @ResponseFilter
    void sign(MutableHttpResponse<?> response) {
        response.header("Sothon-Server-Id", name.serverId().toString());
        response.header("Sothon-Epoch", Long.toString(name.epoch()));
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode()) {
            response.header("WWW-Authenticate", "Bearer");
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
