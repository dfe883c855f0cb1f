package vn.sothon.server.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.loan.importer.RosterMessages;
import vn.sothon.server.loan.importer.UnreadableRoster;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;

/** Rosters on the command line. */
@Factory
final class RosterAdmin {
    private final RosterFiles files;

    RosterAdmin(RosterFiles files) {
        this.files = files;
    }

    @Singleton
    @Named("roster.import")
    AdminCommand rosterImport() {
        return AdminCommand.of("roster.import", args -> {
            Wanted wanted = Json.tolerant(args, Wanted.class);
            try {
                return Json.tree(
                        files.importFile(Path.of(wanted.file()), wanted.commune(), wanted.period(), "command line"));
            } catch (UnreadableRoster e) {
                throw new AdminRefused("UNREADABLE_" + e.code(), RosterMessages.of(e.code()));
            }
        });
    }

    /** The file's whole path: the server may have been started elsewhere. */
    record Wanted(
            @JsonProperty(value = "file", required = true) String file,
            @JsonProperty("commune") @Nullable String commune,
            @JsonProperty("period") @Nullable LocalDate period) {}
}
