package vn.sothon.server.alert.delivery;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps messages going: woken by a commit of this node, and every few seconds for what another node left behind. Without
 * a configured project it does not exist.
 */
@Singleton
class Courier implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int HANDS = 4;
    private static final long LOOK_EVERY_MILLIS = 3_000;

    private final FirebaseSettings settings;
    private final Provider<DeliveryRun> run;
    private final Semaphore knocks = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Courier(FirebaseSettings settings, Provider<DeliveryRun> run) {
        this.settings = settings;
        this.run = run;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (!settings.configured()) {
            return;
        }
        for (int i = 0; i < HANDS; i++) {
            Thread thread = new Thread(this::work, "courier-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** There may be something to send. */
    void knock() {
        if (knocks.availablePermits() < HANDS) {
            knocks.release();
        }
    }

    private void work() {
        while (!closed) {
            try {
                boolean knocked = knocks.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                while (!closed && run.get().once() > 0) {
                    LOG.debug("more may wait; woken: {}", knocked);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("messages could not be sent", e);
            }
        }
    }

    /** Before any bean is destroyed: what was sent is still to be written down. */
    @EventListener
    void close(ShutdownEvent event) throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join(15_000);
        }
    }
}
