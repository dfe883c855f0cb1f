package vn.sothon.server.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.delivery.FcmStub;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.sync.push.SealingPhone;

/**
 * How long after a record is acknowledged the message about its alert is with the push service, while other phones push
 * all the time. The push service is a stub in this process; the server is another one.
 */
final class AlertBenchmark {
    private static final int PUSHING = 4;
    private static final int BATCH = 100;
    private static final int LOAD = 60_000;
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Path folder;
    private final int alerts;

    private AlertBenchmark(Path folder, int alerts) {
        this.folder = folder;
        this.alerts = alerts;
    }

    /**
     * @param args the launcher or the jar; how many alerts are raised, by default 500; more arguments are flags of the
     *     serving Java
     */
    public static void main(String[] args) throws Exception {
        int alerts = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        List<String> flags = args.length > 2 ? List.of(args).subList(2, args.length) : List.of();
        Path folder = Files.createTempDirectory("sothon-bench");
        try (FcmStub fcm = new FcmStub()) {
            new AlertBenchmark(folder, alerts).run(Path.of(args[0]), flags, fcm);
        } finally {
            BenchWorld.delete(folder);
        }
        System.exit(0);
    }

    private void run(Path jar, List<String> flags, FcmStub fcm) throws Exception {
        Path data = folder.resolve("served");
        BenchWorld world;
        SealingPhone leader;
        try (RunningServer server = Engine.SQLITE.start(data)) {
            world = BenchWorld.on(server, folder, PUSHING + 1);
            leader = leader(server, world.commune());
        }
        List<String> all = new ArrayList<>(flags);
        all.add("-Dsothon.firebase.key=" + fcm.key(folder.resolve("firebase")));
        all.add("-Dsothon.firebase.endpoint=" + fcm.address());
        SealingPhone finder = world.phones().get(PUSHING);
        List<List<SealedItem>> load = new ArrayList<>();
        for (SealingPhone phone : world.phones().subList(0, PUSHING)) {
            load.add(IntStream.range(0, LOAD / PUSHING)
                    .mapToObj(n -> world.seal(phone, n))
                    .toList());
        }
        List<SealedItem> finds = finds(world, finder);
        try (ServedJar server = ServedJar.start(jar, all, data)) {
            token(server, leader);
            for (int i = 0; i < 20; i++) {
                push(finder.at(server.address()), finds.get(i));
            }
            measure(server, world, load, finder, finds.subList(20, finds.size()), fcm);
        }
    }

    private void measure(
            ServedJar server,
            BenchWorld world,
            List<List<SealedItem>> load,
            SealingPhone finder,
            List<SealedItem> finds,
            FcmStub fcm)
            throws Exception {
        while (fcm.all().size() < 20) {
            Objects.requireNonNull(fcm.next());
        }
        int before = fcm.all().size();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong pushed = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(PUSHING);
        List<Future<?>> running = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < PUSHING; i++) {
            SealingPhone phone = world.phones().get(i).at(server.address());
            List<SealedItem> items = load.get(i);
            running.add(pool.submit(() -> {
                for (int from = 0; from < items.size() && !over.get(); from += BATCH) {
                    phone.push(items.subList(from, from + BATCH).toArray(new SealedItem[0]));
                    pushed.addAndGet(BATCH);
                }
                return null;
            }));
        }
        long[] sentAt = new long[finds.size()];
        long[] knownAt = new long[finds.size()];
        SealingPhone sender = finder.at(server.address());
        for (int i = 0; i < finds.size(); i++) {
            sentAt[i] = System.nanoTime();
            push(sender, finds.get(i));
            knownAt[i] = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        while (fcm.all().size() < before + finds.size()) {
            Objects.requireNonNull(fcm.next());
        }
        over.set(true);
        for (Future<?> one : running) {
            one.get();
        }
        long nanos = System.nanoTime() - began;
        pool.shutdownNow();
        // Alerts are raised one after the other, and each message names its own once.
        Map<String, Long> arrived = new HashMap<>();
        List<Long> inOrder = new ArrayList<>();
        for (FcmStub.Arrival arrival : fcm.all().subList(before, fcm.all().size())) {
            if (arrived.put(Objects.requireNonNull(arrival.data().get("id")), arrival.nanos()) == null) {
                inOrder.add(arrival.nanos());
            }
        }
        inOrder.sort(Long::compare);
        if (inOrder.size() != finds.size()) {
            throw new IllegalStateException(inOrder.size() + " alerts arrived of " + finds.size());
        }
        long[] fromAnswer = new long[finds.size()];
        long[] fromCall = new long[finds.size()];
        for (int i = 0; i < finds.size(); i++) {
            fromAnswer[i] = Math.max(0, inOrder.get(i) - knownAt[i]);
            fromCall[i] = inOrder.get(i) - sentAt[i];
        }
        say(
                "%s, Java %s, load %s",
                Instant.now(),
                Runtime.version(),
                Files.readString(Path.of("/proc/loadavg")).trim());
        say(
                "%,d alerts while %,d records/s were pushed beside them",
                finds.size(), pushed.get() * 1_000_000_000L / nanos);
        say("| | p50, ms | p99, ms | longest, ms |");
        say("|---|---|---|---|");
        say("%s", line("acknowledged to stub", fromAnswer));
        say("%s", line("call begun to stub", fromCall));
    }

    private static String line(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |",
                name,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    /** One check each of another loan, all of it lost to an epidemic: critical, so that no quiet hour delays it. */
    private List<SealedItem> finds(BenchWorld world, SealingPhone phone) {
        List<SealedItem> items = new ArrayList<>();
        Finding lost = new Finding(FindingCode.OBJECTIVE_RISK, Finding.ObjectiveCause.EPIDEMIC, 90, null);
        for (int i = 0; i < alerts + 20; i++) {
            LoanRow loan = world.loans().get(i);
            long amount = Objects.requireNonNull(loan.disbursedAmount());
            SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, world.commune());
            draft.villageCode = world.village();
            draft.loanNumber = loan.loanNumber();
            draft.groupCode = loan.groupCode();
            draft.payload = SealingPhone.check(amount, amount, List.of(lost));
            items.add(phone.seal(draft));
        }
        return items;
    }

    private static void push(SealingPhone phone, SealedItem item) throws Exception {
        Push.Result result = phone.push(item).results().get(0);
        if (result.verdict() != Push.Verdict.ACCEPTED) {
            throw new IllegalStateException(Json.write(result));
        }
    }

    private static SealingPhone leader(RunningServer server, String commune) throws Exception {
        var person = server.bean(PeopleService.class)
                .add(new NewPerson(
                        "Leader",
                        null,
                        List.of(new Grant(ActingRole.COMMUNE_LEADER, commune, null, null, LONG_AGO, null))));
        String code = server.bean(EnrolmentService.class)
                .makeCode(person.id(), EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    private static void token(ServedJar server, SealingPhone phone) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve("/api/v1/devices/me/push-token"))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Authorization",
                                        "Bearer " + phone.enrolment().token())
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"token\":\"leader\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
