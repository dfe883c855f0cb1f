package vn.sothon.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Engine;
import vn.sothon.server.access.Caller;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.sync.push.PushService;
import vn.sothon.server.sync.push.SealingPhone;

/**
 * How fast a push is stored: over HTTP into {@code sothon.jar} on SQLite, beside a loop that hands the same rows to the
 * push service in this process. Signatures are verified, every commit is synced. docs/benchmarks.md says how to run it.
 */
final class PushBenchmark {
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 8;

    private final Path folder;
    private final int records;

    private PushBenchmark(Path folder, int records) {
        this.folder = folder;
        this.records = records;
    }

    /**
     * @param args the launcher or the jar; how many records each way of pushing stores, by default 20000; more arguments
     *     are flags of the serving Java
     */
    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        int records = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        List<String> flags = args.length > 2 ? List.of(args).subList(2, args.length) : List.of();
        Path folder = Files.createTempDirectory("sothon-bench");
        try {
            new PushBenchmark(folder, records).run(jar, flags);
        } finally {
            BenchWorld.delete(folder);
        }
        System.exit(0);
    }

    private void run(Path jar, List<String> flags) throws Exception {
        say("%s, Java %s, %d processors, load %s", Instant.now(), Runtime.version(), processors(), load());
        say("One synced write of 4 KiB: %.2f ms (median of 200)", syncedWriteMillis());
        Run before = loop("before");
        List<Run> runs = served(jar, flags);
        Run after = loop("after");
        // A shared machine has bad minutes: the better loop is the measure.
        Run loop = before.perSecond() > after.perSecond() ? before : after;
        say("");
        say("| | records | records/s | p50 of a call, ms | p99 of a call, ms | CPU per record, µs | of the loop |");
        say("|---|---|---|---|---|---|---|");
        say("%s", before.line(loop));
        say("%s", after.line(loop));
        for (Run run : runs) {
            say("%s", run.line(loop));
        }
        say("Load at the end %s", load());
    }

    private Run loop(String when) throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("loop-" + when))) {
            BenchWorld world = BenchWorld.on(server, folder, 1);
            SealingPhone phone = world.phones().get(0);
            Caller caller = caller(phone);
            PushService service = server.bean(PushService.class);
            List<List<JsonNode>> warm = nodes(sealed(world, phone, records / 4));
            List<List<JsonNode>> batches = nodes(sealed(world, phone, records));
            warm.forEach(batch -> HttpPushing.accepted(service.push(caller, batch)));
            long[] calls = new long[batches.size()];
            long cpu = ownCpuNanos();
            long began = System.nanoTime();
            for (int i = 0; i < calls.length; i++) {
                long before = System.nanoTime();
                HttpPushing.accepted(service.push(caller, batches.get(i)));
                calls[i] = System.nanoTime() - before;
            }
            long nanos = System.nanoTime() - began;
            return new Run("loop in one process, batches of 100, " + when, records, nanos, ownCpuNanos() - cpu, calls);
        }
    }

    private List<Run> served(Path jar, List<String> flags) throws Exception {
        Path data = folder.resolve("served");
        BenchWorld world;
        try (RunningServer server = Engine.SQLITE.start(data)) {
            world = BenchWorld.on(server, folder, CONNECTIONS);
        }
        List<SealingPhone> all = world.phones();
        List<HttpPushing.Load> warmBatches = loads(world, all, records / 4, BATCH);
        List<HttpPushing.Load> warmSingles = loads(world, all, records / 4, 1);
        List<HttpPushing.Load> oneByOne = loads(world, all.subList(0, 1), records, BATCH);
        List<HttpPushing.Load> together = loads(world, all, records, BATCH);
        List<HttpPushing.Load> singles = loads(world, all, records, 1);
        List<Run> runs = new ArrayList<>();
        try (ServedJar server = ServedJar.start(jar, flags, data)) {
            say("Start to first 200: %d ms", server.toFirstAnswer().toMillis());
            say("Resident after the start: %d MB", server.residentMb());
            var warm = HttpPushing.run("warm", server, warmBatches, records / 4);
            warm = HttpPushing.run("warm", server, warmSingles, records / 4);
            runs.add(HttpPushing.run("HTTP, batches of 100, 1 connection", server, oneByOne, records));
            runs.add(HttpPushing.run("HTTP, batches of 100, 8 connections", server, together, records));
            runs.add(HttpPushing.run("HTTP, single records, 8 connections", server, singles, records));
            say("Resident after the load: %d MB, at most %d MB", server.residentMb(), server.peakMb());
        }
        try (RunningServer server = Engine.SQLITE.start(data)) {
            Verification.Report report = server.bean(Verification.class).run();
            say(
                    "Verified afterwards: %,d records, %d faults",
                    report.records(), report.faults().size());
        }
        return runs;
    }

    /** What phones of one commune bring lies in the same days, so they seal in turn: their ids stand between each other. */
    private static List<HttpPushing.Load> loads(BenchWorld world, List<SealingPhone> phones, int records, int batch) {
        List<List<SealedItem>> items = new ArrayList<>();
        phones.forEach(phone -> items.add(new ArrayList<>()));
        for (int n = 0; n < records / phones.size(); n++) {
            for (int i = 0; i < phones.size(); i++) {
                items.get(i).add(world.seal(phones.get(i), n));
            }
        }
        List<HttpPushing.Load> loads = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            loads.add(HttpPushing.Load.of(phones.get(i).enrolment().token(), items.get(i), batch));
        }
        return loads;
    }

    private static List<SealedItem> sealed(BenchWorld world, SealingPhone phone, int count) {
        return IntStream.range(0, count).mapToObj(n -> world.seal(phone, n)).toList();
    }

    private static List<List<JsonNode>> nodes(List<SealedItem> items) {
        List<List<JsonNode>> batches = new ArrayList<>();
        for (int i = 0; i < items.size(); i += BATCH) {
            batches.add(items.subList(i, Math.min(items.size(), i + BATCH)).stream()
                    .map(Json::tree)
                    .toList());
        }
        return batches;
    }

    private static Caller caller(SealingPhone phone) {
        var enrolment = phone.enrolment();
        return new Caller(enrolment.deviceId(), enrolment.person().id(), phone.keyId(), enrolment.grants(), null);
    }

    private double syncedWriteMillis() throws IOException {
        long[] nanos = new long[200];
        Path file = folder.resolve("synced");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
                nanos[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private static long ownCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "unknown";
    }

    private static void say(String sentence, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, sentence, arguments));
    }
}
