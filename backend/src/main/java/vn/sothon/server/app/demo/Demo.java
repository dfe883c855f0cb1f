package vn.sothon.server.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.alert.AlertRounds;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;
import vn.sothon.server.loan.RosterOutcome;
import vn.sothon.server.loan.RosterService;
import vn.sothon.server.loan.RosterSource;
import vn.sothon.server.loan.importer.RosterReader;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.PlanSources;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.PlanImporter;
import vn.sothon.server.plan.importer.SourceLine;
import vn.sothon.server.plan.importer.UnreadablePlan;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/**
 * A fortnight played in a minute: plans are imported, communes made, phones enrolled; then everybody works offline, and
 * at the end all sync at once over a network that misbehaves. Server and phones run on one simulated clock.
 */
final class Demo {
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final long SEED = 39;

    private final PrintWriter out;
    private final Path data;
    private final Path workshop;
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(FORTNIGHT);

    /**
     * @param data the server's folder
     * @param workshop where phones, rosters and orders lie: never inside the server's folder
     */
    Demo(PrintWriter out, Path data, Path workshop) {
        this.out = out;
        this.data = data;
        this.workshop = workshop;
    }

    Path data() {
        return data;
    }

    ServerSettings settings(int port) {
        return new ServerSettings(data, null, null, null, "127.0.0.1", port, false);
    }

    /** Plays everything on a fresh server and stops it. */
    void play(List<Path> plans, int port) throws IOException, UnreadablePlan {
        try (RunningServer server = RunningServer.start(settings(port))) {
            ServerClock clock = server.bean(ServerClock.class);
            clock.use(Clock.offset(Clock.systemUTC(), FORTNIGHT.negated()));
            say("The server listens on " + server.address() + ", a fortnight ago.");
            Orders orders = new Orders(begin, SEED);
            int number = 0;
            for (Path plan : plans) {
                prepare(server, plan, new Territory(++number, SEED), orders);
            }
            Fleet fleet = new Fleet(orders.write(workshop, server.address()));
            fleet.run("enrol");
            say(orders.phones() + " phones are enrolled and have pulled their loans and tasks.");
            server.bean(AlertRounds.class).run();
            fleet.run("work");
            say("A fortnight offline: every record is sealed and signed on its phone.");
            clock.use(Clock.systemUTC());
            sync(fleet, server);
            server.bean(AlertRounds.class).run();
        }
    }

    private void prepare(RunningServer server, Path file, Territory territory, Orders orders)
            throws IOException, UnreadablePlan {
        territory.makePlaces(server.bean(AreaService.class));
        ImportedPlan plan =
                new PlanImporter(task -> new TaskClassifier().classify(task.content(), task.products())).read(file);
        PlanLevel level = Objects.requireNonNullElse(plan.issuer().level(), PlanLevel.COMMUNE);
        PlanService plans = server.bean(PlanService.class);
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        List<SourceLine> lines = PlanImporter.lines(file);
        server.bean(Writer.class).write(tx -> {
            PlanService.Imported draft =
                    plans.importDraft(tx, plan, name, Seals.sha256(bytes), territory.governedBy(level), begin);
            server.bean(PlanSources.class).keep(tx, draft.planId(), lines);
            return plans.publish(tx, draft.planId(), null, territory.governedBy(level), null);
        });
        Path roster = territory.writeRoster(workshop, DueDates.day(begin), SEED);
        RosterOutcome outcome = server.bean(RosterService.class)
                .apply(
                        new RosterReader().read(roster),
                        new RosterSource(
                                roster.getFileName().toString(),
                                Seals.sha256(Files.readAllBytes(roster)),
                                territory.commune().communeCode(),
                                "demo"),
                        begin);
        orders.add(territory, territory.makePeople(server));
        say(name + ": " + plan.tasks().size() + " tasks published for "
                + territory.commune().communeName() + ", " + outcome.added() + " loans in "
                + territory.commune().groups().size() + " groups.");
    }

    private void sync(Fleet fleet, RunningServer server) throws IOException {
        try (UnreliableProxy proxy = UnreliableProxy.before(server.address(), SEED)) {
            fleet.run("sync", "--via", proxy.address().toString());
            say("Everything was sent; on the way the network lost " + proxy.lostReplies() + " replies and cut "
                    + proxy.cutUploads() + " uploads.");
        }
    }

    /** Counts what phones and server hold, on stores opened anew. */
    DemoResult count() throws IOException, SQLException {
        JsonNode phones = new Fleet(workshop.resolve(Orders.FILE)).run("count");
        StoredCounts stored = StoredCounts.of(data);
        return DemoResult.of(phones, stored, StoredFilesOnDisk.whole(data, stored.files()), logVerified());
    }

    private boolean logVerified() throws IOException {
        try (RunningServer server = RunningServer.start(settings(0))) {
            Verification.Report report = server.bean(Verification.class).run();
            List<String> faults = new ArrayList<>();
            report.faults().forEach(fault -> faults.add(fault.code() + " " + fault.where()));
            faults.stream().limit(20).forEach(fault -> out.println("  fault: " + fault));
            return report.whole();
        }
    }

    private void say(String sentence) {
        out.println("  " + sentence);
        out.flush();
    }
}
