package vn.sothon.server.sync.attachments;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Takes up what a stop interrupted, and removes what nobody came back for. */
@Singleton
class UploadUpkeep {
    private final Uploads uploads;

    UploadUpkeep(Uploads uploads) {
        this.uploads = uploads;
    }

    @EventListener
    void onStart(ServerStartupEvent event) throws IOException {
        uploads.recover();
    }

    @Scheduled(initialDelay = "1h", fixedDelay = "1h")
    void hourly() {
        uploads.removeExpired();
    }
}
