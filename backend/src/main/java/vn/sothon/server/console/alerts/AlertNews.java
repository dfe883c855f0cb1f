package vn.sothon.server.console.alerts;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.reactivestreams.Publisher;
import vn.sothon.server.alert.AlertStream;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;

/**
 * Tells an open page that one of its reader's alerts has changed. Only the alert's id is told; the page asks for itself
 * anew, with all that its reader may see then.
 */
@Hidden
@Controller("/alerts/news")
@InSection(Section.ALERTS)
final class AlertNews {
    private final AlertStream stream;
    private final ScheduledExecutorService scheduler;

    AlertNews(AlertStream stream, @Named(TaskExecutors.SCHEDULED) ExecutorService scheduler) {
        this.stream = stream;
        this.scheduler = (ScheduledExecutorService) scheduler;
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    MutableHttpResponse<Publisher<Event<String>>> news(Visitor visitor) {
        Publisher<Event<String>> news =
                screen -> screen.onSubscribe(new OpenScreen(screen, stream, visitor.personId(), scheduler));
        return HttpResponse.ok(news)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .header("X-Content-Type-Options", "nosniff");
    }
}
