package vn.sothon.phones.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;
import vn.sothon.client.sync.SyncReport;
import vn.sothon.client.sync.Transport;
import vn.sothon.phones.http.JdkTransport;

/** The phases of a fleet's life: enrol and pull, work offline, sync through whatever network there is. */
final class FleetPhases {
    private static final Duration DAYBREAK = Duration.ofMinutes(30);
    private static final Duration BETWEEN_SYNCS = Duration.ofMinutes(1);
    private static final long LONGEST_REAL_WAIT_MS = 250;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final WorkOrder orders;
    private final int threads;
    private final PrintWriter out;
    private final Transport transport = JdkTransport.open();

    /** How a phase ended. */
    record Outcome(
            @JsonProperty("phase") String phase,
            @JsonProperty("phones") int phones,
            @JsonProperty("done") int done,
            @JsonProperty("unfinished") List<String> unfinished) {}

    /** What one phone does in a phase; false if it could not finish. */
    private interface Part {
        boolean run(FleetPhone phone) throws IOException;
    }

    FleetPhases(WorkOrder orders, int threads, PrintWriter out) {
        this.orders = orders;
        this.threads = threads;
        this.out = out;
    }

    /** Each phone enrols with its code and pulls what its person may see. */
    Outcome enrol(int attempts) {
        return each("enrol", phone -> {
            for (int i = 0; i < attempts; i++) {
                if (phone.phone().store().sessions().current().isPresent() || enrolled(phone)) {
                    return synced(phone, attempts);
                }
                phone.clock().pass(BETWEEN_SYNCS);
            }
            return false;
        });
    }

    /** Each person works through the days, without a network. */
    Outcome work() {
        FleetWords words = FleetWords.load();
        return each("work", phone -> {
            for (WorkOrder.Day day : phone.order().days()) {
                phone.clock()
                        .goTo(orders.startAt()
                                .plus(Duration.ofDays(day.dayOffset()))
                                .plus(DAYBREAK));
                Random luck = phone.luck(orders.seed(), day.dayOffset());
                new CheckRound(phone, words, day, luck).walk();
                MinutesDesk desk = new MinutesDesk(phone, words, luck);
                day.minutes().forEach(desk::write);
                desk.close(day.closeRecommendations());
            }
            return true;
        });
    }

    /** Each phone syncs until nothing of it waits, at most so often. */
    Outcome sync(@Nullable String via, int attempts) {
        return each("sync", phone -> {
            phone.clock().goTo(orders.end());
            if (via != null) {
                phone.phone().store().sessions().save(phone.session().at(via));
            }
            return synced(phone, attempts);
        });
    }

    private boolean enrolled(FleetPhone phone) {
        EnrolOutcome outcome = phone.phone()
                .enroller()
                .enrol(
                        new Enroller.Invitation(orders.server(), phone.order().code(), null, null),
                        new Enroller.Device(phone.order().name(), "headless", "fleet", "0"));
        if (outcome instanceof EnrolOutcome.Refused refused) {
            if (refused.status() == TOO_MANY || refused.status() >= SERVER_ERROR) {
                pause();
                return false;
            }
            throw new IllegalStateException(phone.order().name() + " was refused: " + refused);
        }
        return outcome instanceof EnrolOutcome.Enrolled;
    }

    private boolean synced(FleetPhone phone, int attempts) throws IOException {
        for (int i = 0; i < attempts; i++) {
            SyncReport report = phone.phone().engine().syncOnce();
            if (report.isWhole()
                    && phone.phone().store().outbox().size() == 0
                    && phone.phone().store().uploads().size() == 0) {
                return true;
            }
            // Simulated time pays for the backoff; only a server that asks for patience is given some real time.
            phone.clock().pass(BETWEEN_SYNCS.plusMillis(report.waitMs()));
            if (report.trouble().isPresent() && report.trouble().get().afterSeconds() != null) {
                pause();
            }
        }
        return false;
    }

    private Outcome each(String phase, Part part) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < orders.phones().size(); i++) {
            int index = i;
            running.add(pool.submit(() -> {
                try (FleetPhone phone = FleetPhone.open(orders, index, transport)) {
                    return part.run(phone);
                }
            }));
        }
        try {
            return outcome(phase, running);
        } finally {
            pool.shutdownNow();
        }
    }

    private Outcome outcome(String phase, List<Future<Boolean>> running) {
        List<String> unfinished = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            String name = orders.phones().get(i).name();
            try {
                boolean done = running.get(i).get();
                out.println(phase + " " + name + (done ? " done" : " unfinished"));
                out.flush();
                if (!done) {
                    unfinished.add(name);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(phase + " of " + name, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        int phones = running.size();
        return new Outcome(phase, phones, phones - unfinished.size(), unfinished);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LONGEST_REAL_WAIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
