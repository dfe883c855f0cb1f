package vn.sothon.server.console.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.server.alert.delivery.FirebaseSettings;
import vn.sothon.server.alert.delivery.PushTests;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.admin.AdminRefused;

/** Do messages reach phones? The project's key stays in its file: it is neither shown nor stored. */
@Hidden
@Controller("/settings/firebase")
@InSection(Section.SETTINGS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FirebaseController {
    private static final String PAGE = "settings/firebase";

    private final FirebaseSettings settings;
    private final PushTests tests;
    private final AccessLog log;
    private final Pages pages;

    FirebaseController(FirebaseSettings settings, PushTests tests, AccessLog log, Pages pages) {
        this.settings = settings;
        this.tests = tests;
        this.log = log;
        this.pages = pages;
    }

    /**
     * The way to phones.
     *
     * @param project the project's own name, absent where none is configured
     * @param phones how many of the visitor's phones messages can reach
     * @param mine what became of the visitor's test messages
     */
    public record Way(
            boolean configured,
            @Nullable String project,
            boolean unreadable,
            List<PushTests.Tally> tallies,
            int phones,
            List<PushTests.Tally> mine,
            Form form) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        Keeping.require(Keeping.administers(visitor));
        return pages.show(request, PAGE, page(visitor, Form.empty()));
    }

    @Post(value = "/test", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> test(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Keeping.require(Keeping.administers(visitor));
        Form form = Form.of(posted);
        try {
            tests.send(visitor.personId());
            log.changed(visitor, Kind.SETTING, "FIREBASE_TEST");
            return Pages.done("/settings/firebase", "done.test-sent");
        } catch (AdminRefused e) {
            form.refuse("test", "settings.refused." + e.code());
        }
        return pages.refuse(request, PAGE, page(visitor, form));
    }

    private Way page(Visitor visitor, Form form) {
        String project = null;
        boolean unreadable = false;
        try {
            project = settings.phoneSide().map(Enrolment.Firebase::projectId).orElse(null);
        } catch (RuntimeException e) {
            // The file beside the key is missing or broken: said on the page, without its path.
            unreadable = true;
        }
        return new Way(
                settings.configured(),
                project,
                unreadable,
                tests.lastDays(),
                tests.phones(visitor.personId()),
                tests.ofTests(visitor.personId()),
                form);
    }
}
