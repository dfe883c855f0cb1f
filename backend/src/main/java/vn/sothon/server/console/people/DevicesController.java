package vn.sothon.server.console.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.device.Device;
import vn.sothon.server.device.DeviceService;
import vn.sothon.server.device.Revocation;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.http.Refusal;

/** Phones: when each was last heard of, and the end of trust in one. */
@Hidden
@Controller("/devices")
@InSection(Section.DEVICES)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DevicesController {
    private final Reach reach;
    private final DeviceService devices;
    private final AccessLog log;
    private final Pages pages;

    DevicesController(Reach reach, DeviceService devices, AccessLog log, Pages pages) {
        this.reach = reach;
        this.devices = devices;
        this.log = log;
        this.pages = pages;
    }

    public record Row(Device device, String person) {}

    public record All(List<Row> rows, String search) {}

    public record Revoking(Device device, String person, Form form) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String search) {
        String wanted = SearchName.of(search == null ? "" : search);
        List<Row> rows = reach.people(visitor).stream()
                .filter(person -> SearchName.of(person.name()).contains(wanted))
                .flatMap(person -> devices.of(person.id()).stream().map(device -> new Row(device, person.name())))
                .sorted(Comparator.comparing((Row row) -> row.device().revokedAs() != null)
                        .thenComparing(row -> PeopleController.givenFirst(row.person())))
                .toList();
        log.saw(
                visitor,
                Kind.DEVICE_LIST,
                rows.stream().map(row -> row.device().id()).toList());
        return pages.show(request, "devices/list", new All(rows, search == null ? "" : search));
    }

    @Get("/{id}/revoke")
    HttpResponse<String> ask(HttpRequest<?> request, Visitor visitor, UUID id) {
        HttpResponse<String> first =
                StepUp.before(visitor, "/devices/" + id + "/revoke").orElse(null);
        return first != null ? first : pages.show(request, "devices/revoke", revoking(visitor, id, Form.empty()));
    }

    @Post(value = "/{id}/revoke", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> revoke(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        HttpResponse<String> first =
                StepUp.before(visitor, "/devices/" + id + "/revoke").orElse(null);
        if (first != null) {
            return first;
        }
        Form form = Form.of(posted);
        Revoking page = revoking(visitor, id, form);
        Revocation as = form.choice("as", Revocation.class).orElse(null);
        if (as == null) {
            return pages.refuse(request, "devices/revoke", page);
        }
        devices.revoke(id, as);
        log.changed(visitor, Kind.DEVICE, id);
        return Pages.done("/devices", "done.device-revoked");
    }

    private Revoking revoking(Visitor visitor, UUID id, Form form) {
        Device device = devices.find(id).orElseThrow(() -> {
            log.refused(visitor, Kind.DEVICE, id);
            return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        });
        Person person = reach.person(visitor, device.personId());
        return new Revoking(device, person.name(), form);
    }
}
