package vn.sothon.server.console.alerts;

import io.micronaut.http.sse.Event;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import vn.sothon.server.alert.AlertStream;

/**
 * One open page's line. Changes that come faster than the page takes them become one; the line ends after some minutes
 * and the page opens another, so that nobody who was signed out hears on.
 */
final class OpenScreen implements Subscription {
    static final int OPEN_SECONDS = 240;
    private static final int BEAT_SECONDS = 20;

    private final Subscriber<? super Event<String>> page;
    private final ScheduledExecutorService scheduler;
    private final AlertStream.Subscription source;
    private final ScheduledFuture<?> beat;
    private final ScheduledFuture<?> end;
    private long wanted;
    private boolean over;
    private @Nullable Event<String> news;

    @SuppressWarnings("this-escape")
    OpenScreen(
            Subscriber<? super Event<String>> page,
            AlertStream stream,
            UUID personId,
            ScheduledExecutorService scheduler) {
        this.page = page;
        this.scheduler = scheduler;
        // First a word, so that a page knows the line is open.
        this.news = Event.of("open").name("open");
        this.beat = scheduler.scheduleAtFixedRate(
                () -> tell(Event.of("").name("beat"), false), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        this.end = scheduler.schedule(this::finish, OPEN_SECONDS, TimeUnit.SECONDS);
        this.source = stream.subscribe(
                personId,
                alert -> scheduler.execute(
                        () -> tell(Event.of(alert.id().toString()).name("alert"), true)));
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            wanted = wanted + n < 0 ? Long.MAX_VALUE : wanted + n;
        }
        scheduler.execute(this::give);
    }

    @Override
    public void cancel() {
        synchronized (this) {
            over = true;
        }
        source.close();
        beat.cancel(false);
        end.cancel(false);
    }

    private void tell(Event<String> event, boolean counts) {
        synchronized (this) {
            if (counts || news == null) {
                news = event;
            }
        }
        give();
    }

    /** One at a time, as a subscriber may expect. */
    private synchronized void give() {
        if (!over && wanted > 0 && news != null) {
            Event<String> next = news;
            news = null;
            wanted--;
            page.onNext(next);
        }
    }

    private void finish() {
        boolean was;
        synchronized (this) {
            was = over;
            over = true;
        }
        if (!was) {
            cancel();
            page.onComplete();
        }
    }
}
