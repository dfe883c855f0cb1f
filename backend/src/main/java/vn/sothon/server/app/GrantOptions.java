package vn.sothon.server.app;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.sothon.model.org.ActingRole;

/** What a person is granted, where and how long. */
final class GrantOptions {
    @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}.")
    @Nullable
    ActingRole role;

    @Option(
            names = "--area",
            paramLabel = "CODE",
            required = true,
            description = "The village, commune or province it is granted for; VN for an administrator of all.")
    @Nullable
    String area;

    @Option(names = "--group", paramLabel = "CODE", description = "The group, for GROUP_LEADER.")
    @Nullable
    String group;

    @Option(names = "--association", paramLabel = "CODE", description = "11, 12, 13 or 14, for ASSOCIATION_OFFICER.")
    @Nullable
    String association;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2026-03-01 (default: today).")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day (default: none).")
    @Nullable
    LocalDate to;

    Arguments arguments() {
        return new Arguments()
                .with("role", role)
                .with("areaCode", area)
                .with("groupCode", group)
                .with("association", association)
                .with("from", from)
                .with("to", to);
    }
}
