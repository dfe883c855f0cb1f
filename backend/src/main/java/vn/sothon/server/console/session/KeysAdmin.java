package vn.sothon.server.console.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.secret.ServerKeys;

/** The server's own keys at its terminal. */
@Factory
final class KeysAdmin {
    /** What older servers stored open is locked before anybody is served. */
    @Context
    LockedAtStart lockedAtStart(CodeSecrets secrets) {
        return new LockedAtStart(secrets.bringUpToDate());
    }

    @Singleton
    @Named("keys.show")
    AdminCommand show(ServerKeys keys) {
        return AdminCommand.of("keys.show", args -> Json.tree(new Keys(keys.signerId(), keys.publicKey(), 0)));
    }

    @Singleton
    @Named("keys.renew")
    AdminCommand renew(ServerKeys keys, CodeSecrets secrets) {
        return AdminCommand.of("keys.renew", args -> {
            keys.renew();
            return Json.tree(new Keys(keys.signerId(), keys.publicKey(), secrets.bringUpToDate()));
        });
    }

    record LockedAtStart(int secrets) {}

    record Keys(
            @JsonProperty("signer") String signer,
            @JsonProperty("publicKey") String publicKey,
            @JsonProperty("lockedAnew") int lockedAnew) {}
}
