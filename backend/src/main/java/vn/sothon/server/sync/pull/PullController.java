package vn.sothon.server.sync.pull;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.access.Caller;

/** What the caller may see, from where his phone left off. */
@Controller("/api/v1/sync")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PullController {
    private final PullService service;

    PullController(PullService service) {
        this.service = service;
    }

    /** A cursor this server did not make, or of another epoch or other grants, starts from the beginning: {@code reset}. */
    @Get(uri = "/pull", produces = MediaType.APPLICATION_JSON)
    String pull(
            Caller caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "" + PullService.USUAL) int limit) {
        return Json.write(service.pull(caller, cursor, limit));
    }

    @Get(uri = "/digest", produces = MediaType.APPLICATION_JSON)
    String digest(Caller caller) {
        return Json.write(service.digest(caller));
    }
}
