package vn.sothon.server.sync;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.ArrayList;
import java.util.List;
import vn.sothon.model.json.Json;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.FormView;
import vn.sothon.model.sync.Meta;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.ServerName;

/** Says which server this is, before anything is entrusted to it. */
@Controller("/api/v1/meta")
final class MetaController {
    private static final String MIN_APP = "0.1.0";

    private final ServerName name;
    private final ServerClock clock;

    MetaController(ServerName name, ServerClock clock) {
        this.name = name;
        this.clock = clock;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String meta() {
        List<FormView> forms = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            forms.add(new FormView(kind.name(), kind.formVersion(), MIN_APP, null));
        }
        return Json.write(new Meta(name.serverId(), name.epoch(), List.of("v1"), forms, MIN_APP, clock.now()));
    }
}
