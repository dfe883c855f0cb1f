package vn.sothon.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.access.Caller;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.report.Period;
import vn.sothon.server.report.ProgressLookup;
import vn.sothon.server.report.ProgressRebuild;
import vn.sothon.server.report.ProgressScope;
import vn.sothon.server.sync.push.PushService;
import vn.sothon.server.sync.push.SealingPhone;

/** How long a question about progress takes with few and with many records behind it; {@code docs/benchmarks.md}. */
public final class ProgressBenchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int BATCH = 100;
    private static final int ASKED = 300;

    private final RunningServer server;
    private final BenchWorld world;
    private final Caller caller;
    private int pushed;

    private ProgressBenchmark(RunningServer server, BenchWorld world) {
        this.server = server;
        this.world = world;
        var enrolment = world.phones().get(0).enrolment();
        this.caller = new Caller(
                enrolment.deviceId(),
                enrolment.person().id(),
                world.phones().get(0).keyId(),
                enrolment.grants(),
                null);
    }

    /**
     * Runs it.
     *
     * @param args how many records many are (default 100000)
     */
    public static void main(String[] args) throws Exception {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : MANY;
        Path folder = Files.createTempDirectory("progress-benchmark");
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            new ProgressBenchmark(server, BenchWorld.on(server, folder, 1)).run(many);
        } finally {
            BenchWorld.delete(folder);
        }
    }

    private void run(int many) throws Exception {
        pushTo(FEW);
        long[] few = measured();
        pushTo(many);
        long[] lots = measured();
        String[] questions = {
            "plan by task, a year",
            "villages, a year",
            "groups, a year",
            "twelve weeks",
            "for contrast: a recount by SQL"
        };
        say("| question | %,d records, µs | %,d records, µs | ratio |", FEW, many);
        say("|---|---|---|---|");
        for (int i = 0; i < questions.length; i++) {
            say("| %s | %,d | %,d | %.1f |", questions[i], few[i], lots[i], (double) lots[i] / few[i]);
        }
    }

    private void pushTo(int wanted) throws Exception {
        long began = System.nanoTime();
        int before = pushed;
        while (pushed < wanted) {
            int first = pushed;
            List<JsonNode> items = IntStream.range(first, first + BATCH)
                    .parallel()
                    .mapToObj(this::sealed)
                    .toList();
            HttpPushing.accepted(server.bean(PushService.class).push(caller, items));
            pushed += BATCH;
        }
        long stored = System.nanoTime();
        Jobs jobs = server.bean(Jobs.class);
        while (jobs.runDue() > 0) {
            Thread.onSpinWait();
        }
        long settled = System.nanoTime();
        ProgressRebuild.Report report = server.bean(ProgressRebuild.class).run();
        say(
                "%,d records pushed in %,d ms, counted %,d ms after the last; counted anew in %,d ms, %d numbers differed",
                pushed - before,
                (stored - began) / 1_000_000,
                (settled - stored) / 1_000_000,
                (System.nanoTime() - settled) / 1_000_000,
                report.differences().size());
    }

    private JsonNode sealed(int n) {
        SealingPhone phone = world.phones().get(0);
        LoanRow loan = world.loans().get(n % world.loans().size());
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, world.commune());
        draft.villageCode = world.village();
        draft.loanNumber = loan.loanNumber();
        draft.groupCode = loan.groupCode();
        // Spread over the year so far.
        int days = LocalDate.now().getDayOfYear();
        draft.wall = Instant.now().minus(n % days, ChronoUnit.DAYS);
        draft.payload = SealingPhone.properCheck(Objects.requireNonNull(loan.disbursedAmount()));
        return Json.tree(phone.seal(draft));
    }

    private long[] measured() {
        ProgressLookup progress = server.bean(ProgressLookup.class);
        UUID plan = read(connection ->
                server.bean(PlanLookup.class).list(connection).get(0).id());
        Period year = Period.ofYear(LocalDate.now().getYear());
        ProgressScope all = ProgressScope.all();
        long counted = progress.ofPlan(plan, year, all).orElseThrow().all().records();
        if (counted < pushed * 9L / 10) {
            throw new IllegalStateException(counted + " of " + pushed + " records are counted in this year");
        }
        return new long[] {
            median(() -> progress.ofPlan(plan, year, all)),
            median(() -> progress.byVillage(world.commune(), year, all)),
            median(() -> progress.byGroup(world.commune(), year, all)),
            median(() -> progress.trendByWeek(world.commune(), null, 12, all)),
            median(() -> read(connection -> Sql.list(
                    connection,
                    "SELECT plan_task_id, COUNT(*) FROM report_record WHERE commune_code = ? GROUP BY plan_task_id",
                    row -> row.getLong(2),
                    world.commune())))
        };
    }

    /** Microseconds. */
    private static long median(Supplier<Object> question) {
        long[] nanos = new long[ASKED];
        for (int round = 0; round < 2; round++) {
            int times = round == 0 ? ASKED / 3 : ASKED;
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                Object answer = question.get();
                nanos[i] = System.nanoTime() - began;
                Objects.requireNonNull(answer);
            }
        }
        Arrays.sort(nanos);
        return nanos[ASKED / 2] / 1_000;
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }

    @SuppressWarnings("unchecked")
    private <T> T read(Question<T> question) {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return transactions.executeRead(status -> question.of(status.getConnection()));
    }

    private static void say(String sentence, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, sentence, arguments));
    }
}
