package vn.sothon.app.data.sync;

import java.util.Optional;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.store.Notes;
import vn.sothon.client.sync.SyncReport;
import vn.sothon.client.sync.Trouble;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** Writes down each attempt to sync: as failed before it begins, as what it was when it has ended. */
public final class SyncDiary {
    private static final String NOTE = "sync.last";

    private final Notes notes;
    private final PhoneClock clock;

    public SyncDiary(Notes notes, PhoneClock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** Empty before the first attempt. */
    public Optional<LastSync> last() {
        return notes.find(NOTE).flatMap(SyncDiary::read);
    }

    void begins() {
        keep(new LastSync(
                clock.wall(),
                LastSync.End.BROKEN_OFF,
                null,
                last().map(LastSync::wholeAt).orElse(null)));
    }

    void ended(SyncReport report) {
        LastSync begun = last().orElseThrow(() -> new IllegalStateException("it never began"));
        if (report.trouble().isPresent()) {
            Trouble trouble = report.trouble().get();
            keep(new LastSync(begun.begunAt(), end(trouble), trouble.code(), begun.wholeAt()));
        } else {
            keep(new LastSync(begun.begunAt(), LastSync.End.WHOLE, null, clock.wall()));
        }
    }

    private void keep(LastSync sync) {
        notes.put(NOTE, Json.write(sync));
    }

    private static LastSync.End end(Trouble trouble) {
        return switch (trouble.kind()) {
            case UNREACHABLE -> LastSync.End.UNREACHABLE;
            case NOT_OUR_SERVER -> LastSync.End.NOT_OUR_SERVER;
            case NOT_UNDERSTOOD -> LastSync.End.NOT_UNDERSTOOD;
            case UNAUTHORISED -> LastSync.End.UNAUTHORISED;
            case REVOKED -> LastSync.End.REVOKED;
            case BUSY -> LastSync.End.BUSY;
            case SERVER_ERROR -> LastSync.End.SERVER_ERROR;
            case TOO_LARGE, REFUSED -> LastSync.End.REFUSED;
        };
    }

    private static Optional<LastSync> read(String json) {
        try {
            return Optional.of(Json.tolerant(json, LastSync.class));
        } catch (JsonRefused e) {
            return Optional.empty(); // an older build's words: the next attempt writes new ones
        }
    }
}
