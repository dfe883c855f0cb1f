package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterReader;
import vn.sothon.server.loan.importer.UnreadableRoster;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;

/** Imports roster files. */
@Singleton
public class RosterFiles {
    private final RosterService rosters;
    private final AreaLookup areas;
    private final ServerClock clock;

    RosterFiles(RosterService rosters, AreaLookup areas, ServerClock clock) {
        this.rosters = rosters;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * Reads a file and applies it.
     *
     * @param communeCode the commune of rows that do not name a registered one
     * @param period the day it speaks of, when a person says so; absent: as the file tells
     * @throws UnreadableRoster when the file as a whole cannot be read
     * @throws AdminRefused when the commune is not registered, or nothing tells the day
     */
    public RosterOutcome importFile(
            Path file, @Nullable String communeCode, @Nullable LocalDate period, String importedBy) throws IOException {
        if (communeCode != null
                && areas.present(communeCode)
                        .filter(area -> area.kind() == AreaKind.COMMUNE)
                        .isEmpty()) {
            throw new AdminRefused("UNKNOWN_AREA", "No commune has the code " + communeCode + ".");
        }
        Roster roster = new RosterReader().read(file);
        if (period != null) {
            roster = roster.forPeriod(period);
        }
        if (roster.needsPeriod()) {
            throw new AdminRefused(
                    "PERIOD_NEEDED", "Nothing in the file tells of which day it is: say so with --period YYYY-MM-DD.");
        }
        RosterSource source =
                new RosterSource(String.valueOf(file.getFileName()), sha256(file), communeCode, importedBy);
        return rosters.apply(roster, source, clock.now());
    }

    private static String sha256(Path file) throws IOException {
        var digest = Seals.digest();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.readNBytes(buffer, 0, buffer.length)) > 0) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
