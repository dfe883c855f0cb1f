package vn.sothon.server.sync.push;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.Push;
import vn.sothon.server.access.Caller;
import vn.sothon.server.platform.files.Room;
import vn.sothon.server.platform.http.BoundedBody;
import vn.sothon.server.platform.http.Refusal;

/** {@code POST /api/v1/sync/push}. */
@Controller("/api/v1/sync")
final class PushController {
    private final PushService service;
    private final Room room;

    PushController(PushService service, Room room) {
        this.service = service;
        this.room = room;
    }

    @Post(value = "/push", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    String push(Caller caller, @Header("Content-Encoding") @Nullable String encoding, @Body byte[] body)
            throws JsonRefused {
        room.requireForRecords();
        Push.Request push = Json.tolerant(BoundedBody.read(body, encoding, Push.MAX_BYTES), Push.Request.class);
        if (push.items().size() > Push.MAX_ITEMS) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_MANY_ITEMS", "items");
        }
        return Json.write(service.push(caller, push.items()));
    }
}
