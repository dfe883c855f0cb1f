package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;
import vn.sothon.server.app.SothonCommand;
import vn.sothon.server.loan.RosterOutcome.Result;
import vn.sothon.server.loan.importer.SampleCommune;
import vn.sothon.server.loan.importer.SampleRoster;
import vn.sothon.server.loan.importer.UnreadableRoster;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;

/** Rosters as files, the way a commune gets them. */
class RosterImportIT {
    private static final LocalDate DAY = LocalDate.parse("2026-08-31");
    private static final int LOANS = 120;

    @TempDir
    static Path folder;

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void sampleRoster_whenImportedTwice_isStoredOnceWithItsLeaders(Engine engine) throws IOException {
        RunningServer server = servers.on(engine);
        SampleRoster sample = sample("96001");
        register(server, sample.commune());
        Path loans = folder.resolve(engine + "-31.xlsx");
        Path leaders = folder.resolve(engine + "-12.csv");
        sample.writeXlsx(loans);
        sample.writeGroupLeadersCsv(leaders);
        RosterFiles files = server.bean(RosterFiles.class);

        RosterOutcome first = files.importFile(loans, null, null, "a test");
        RosterOutcome again = files.importFile(loans, null, null, "a test");
        RosterOutcome leaderRows = files.importFile(leaders, null, DAY, "a test");

        assertThat(first.problems()).isEmpty();
        assertThat(first.added()).isEqualTo(LOANS);
        assertThat(first.groupsAdded()).isEqualTo(6);
        assertThat(first.checksOwed()).isGreaterThanOrEqualTo(LOANS / 8);
        assertThat(again.result()).isEqualTo(Result.UNCHANGED);
        assertThat(leaderRows.problems()).isEmpty();
        assertThat(leaderRows.added() + leaderRows.changed() + leaderRows.unchanged())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void roster_withBadRows_isImportedButForThemAndNamesThemByRow(Engine engine) throws IOException {
        RunningServer server = servers.on(engine);
        SampleRoster sample = sample("96002");
        register(server, sample.commune());
        Path file = folder.resolve(engine + "-bad.csv");
        sample.writeCsv(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        String number = sample.loans().get(3).loanNumber();
        int bad = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(number)) {
                bad = i + 1;
                lines.set(i, lines.get(i).replace(number, "6.60009600200000E+15"));
            }
        }
        Files.write(file, lines, StandardCharsets.UTF_8);

        RosterOutcome outcome = server.bean(RosterFiles.class).importFile(file, null, DAY, "a test");

        assertThat(outcome.added()).isEqualTo(LOANS - 1);
        assertThat(outcome.problems())
                .extracting(RosterOutcome.Problem::row, RosterOutcome.Problem::code)
                .containsExactly(tuple(bad, "LOAN_NUMBER_DIGITS_LOST"));
        assertThat(RosterSentences.of(outcome.problems().get(0))).contains(String.valueOf(bad), "Excel");
    }

    @ParameterizedTest
    @EnumSource
    void file_whenItIsNoRoster_changesNothing(Engine engine) throws IOException {
        Path file = Files.writeString(folder.resolve(engine + "-letter.csv"), "Dear all,\nthe roster comes later.\n");

        assertThatThrownBy(() -> servers.on(engine).bean(RosterFiles.class).importFile(file, null, DAY, "a test"))
                .isInstanceOf(UnreadableRoster.class);
    }

    @Test
    void command_whenGivenAFile_importsItAndTellsRefusalsApartByExitCode() throws IOException {
        Path data = folder.resolve("by-command");
        SampleRoster sample = sample("96003");
        Path roster = folder.resolve("command.csv");
        sample.writeCsv(roster);
        Path letter = Files.writeString(folder.resolve("letter.csv"), "Dear all,\nthe roster comes later.\n");
        String[] on = {"--data", data.toString()};

        assertThat(sothon("roster", "import", letter.toString(), on).exit()).isEqualTo(2);
        assertThat(sothon("roster", "import", folder.resolve("none").toString(), on)
                        .exit())
                .isEqualTo(2);
        Said unregistered = sothon("roster", "import", roster.toString(), on);
        assertThat(unregistered.exit()).isZero();
        assertThat(unregistered.out()).contains(LOANS + " rows left out", "96003");
        try (RunningServer server =
                RunningServer.start(new ServerSettings(data, null, null, null, "127.0.0.1", 0, false))) {
            register(server, sample.commune());
            Said said = sothon("roster", "import", roster.toString(), on);
            assertThat(said.exit()).isZero();
            assertThat(said.out()).contains(LOANS + " added");
            assertThat(sothon("roster", "import", roster.toString(), on).out()).contains("Unchanged");
        }
    }

    private record Said(int exit, String out) {}

    private static Said sothon(String first, String second, String file, String... on) {
        StringWriter out = new StringWriter();
        List<String> args = new ArrayList<>(List.of(first, second, file));
        args.addAll(List.of(on));
        int exit = SothonCommand.run(
                new PrintWriter(out), new PrintWriter(new StringWriter()), args.toArray(String[]::new));
        return new Said(exit, out.toString());
    }

    private static SampleRoster sample(String commune) {
        return SampleRoster.invent(SampleCommune.invent(commune, "Xa mau", 3, 6, 7), LOANS, 7, DAY);
    }

    private static void register(RunningServer server, SampleCommune commune) {
        List<NewArea> areas = new ArrayList<>();
        areas.add(new NewArea("96", AreaKind.PROVINCE, "Province of samples", null, DAY));
        areas.add(new NewArea(commune.communeCode(), AreaKind.COMMUNE, commune.communeName(), "96", DAY));
        commune.villages()
                .forEach(village -> areas.add(
                        new NewArea(village.code(), AreaKind.VILLAGE, village.name(), commune.communeCode(), DAY)));
        server.bean(AreaService.class).putAll(areas);
    }
}
