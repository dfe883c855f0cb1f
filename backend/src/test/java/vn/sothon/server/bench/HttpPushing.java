package vn.sothon.server.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.SealedItem;

/** Phones that push over one connection each, one call after the other. */
final class HttpPushing {
    /** What one phone is to send: its token, and the bodies of its calls. */
    record Load(String token, List<String> bodies) {
        static Load of(String token, List<SealedItem> items, int batch) {
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < items.size(); i += batch) {
                bodies.add(Json.write(Map.of("items", items.subList(i, Math.min(items.size(), i + batch)))));
            }
            return new Load(token, bodies);
        }
    }

    private HttpPushing() {}

    static Run run(String name, ServedJar server, List<Load> loads, int records) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(loads.size());
        try {
            long cpu = server.cpuNanos();
            long began = System.nanoTime();
            List<Future<Sent>> sent = new ArrayList<>();
            for (Load load : loads) {
                sent.add(pool.submit(() -> send(server.address(), load)));
            }
            List<Sent> done = new ArrayList<>();
            for (Future<Sent> one : sent) {
                done.add(one.get());
            }
            long nanos = System.nanoTime() - began;
            cpu = server.cpuNanos() - cpu;
            long[] calls =
                    done.stream().flatMapToLong(one -> Arrays.stream(one.nanos)).toArray();
            for (Sent one : done) {
                one.answers.forEach(HttpPushing::allAccepted);
            }
            return new Run(name, records, nanos, cpu, calls);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Sent send(URI address, Load load) throws Exception {
        long[] nanos = new long[load.bodies.size()];
        List<String> answers = new ArrayList<>();
        try (PlainHttp http = PlainHttp.to(address)) {
            for (int i = 0; i < nanos.length; i++) {
                long began = System.nanoTime();
                PlainHttp.Answer answer = http.post("/api/v1/sync/push", load.token, load.bodies.get(i));
                nanos[i] = System.nanoTime() - began;
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
                answers.add(answer.body());
            }
        }
        return new Sent(nanos, answers);
    }

    private static void allAccepted(String answer) {
        try {
            accepted(Json.tolerant(answer, Push.Answer.class));
        } catch (JsonRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** A figure counts only when every record was stored and tied. */
    static void accepted(Push.Answer answer) {
        for (Push.Result result : answer.results()) {
            if (result.verdict() != Push.Verdict.ACCEPTED || result.tie() == null) {
                throw new IllegalStateException("not accepted and tied: " + Json.write(result));
            }
        }
    }

    private record Sent(long[] nanos, List<String> answers) {}
}
