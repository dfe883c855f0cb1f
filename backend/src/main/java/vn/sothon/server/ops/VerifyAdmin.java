package vn.sothon.server.ops;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.admin.AdminCommand;

/** What the command line may ask about the truth of what is stored. */
@Factory
final class VerifyAdmin {
    @Singleton
    @Named("verify")
    AdminCommand verify(Verification verification, LogWatch watch) {
        return AdminCommand.of("verify", args -> {
            Verification.Report report = verification.run();
            watch.heed(report);
            return Json.tree(report);
        });
    }
}
