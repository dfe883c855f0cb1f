package vn.sothon.server.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.admin.AdminCommand;

/** What the command line may ask about the truth of what is stored. */
@Factory
final class VerifyAdmin {
    @Singleton
    @Named("verify")
    AdminCommand verify(Verification verification, LogWatch watch) {
        return AdminCommand.of("verify", args -> {
            Checkpoint.Bundle outside = Json.tolerant(args, Wanted.class).against();
            Verification.Report report = verification.run(outside);
            // What somebody brings from outside may be his own making: it is answered, and alarms nobody.
            watch.heed(outside == null ? report : verification.run());
            return Json.tree(report);
        });
    }

    @Singleton
    @Named("checkpoint")
    AdminCommand checkpoint(LogCheckpoints checkpoints) {
        return AdminCommand.of("checkpoint", args -> {
            int unused = checkpoints.make();
            return Json.tree(checkpoints.newest());
        });
    }

    record Wanted(@JsonProperty("against") Checkpoint.@Nullable Bundle against) {}
}
