package vn.sothon.server.desk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.json.Json;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.access.Caller;
import vn.sothon.server.desk.PaperSealer.Content;
import vn.sothon.server.device.PaperDesks;
import vn.sothon.server.device.PaperDesks.Desk;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.sync.push.PushService;

/** Closes a recommendation at the office: an act sealed by the person's own desk, judged as one from a phone would be. */
@Singleton
public class RecommendationDesk {
    private static final String NO_EFFECT = "NO_EFFECT";

    private final PaperDesks desks;
    private final PaperSealer sealer;
    private final PaperScan scans;
    private final PersonLookup people;
    private final PushService push;
    private final Uuid7 ids;

    RecommendationDesk(
            PaperDesks desks,
            PaperSealer sealer,
            PaperScan scans,
            PersonLookup people,
            PushService push,
            ServerClock clock) {
        this.desks = desks;
        this.sealer = sealer;
        this.scans = scans;
        this.people = people;
        this.push = push;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    /**
     * Closes one; the scan's file aside is the caller's to close.
     *
     * @param village where it lies, if in one
     * @return whether it took effect: not if it has moved on since, or the office does not answer for its place
     */
    public boolean close(
            Typist typist,
            String commune,
            @Nullable String village,
            Act.CloseRecommendation act,
            PaperScan.Taken.@Nullable Aside scan)
            throws IOException {
        Desk desk = desks.of(typist.personId());
        UUID id = ids.next();
        SealedItem item = sealer.seal(
                typist,
                desk,
                new Content(
                        id,
                        RecordKind.CLOSE_RECOMMENDATION,
                        null,
                        null,
                        commune,
                        village,
                        null,
                        null,
                        null,
                        null,
                        scan == null ? null : scan.ref(),
                        act));
        if (!sealer.problems(item, RecordKind.CLOSE_RECOMMENDATION).isEmpty()) {
            return false;
        }
        if (scan != null) {
            scans.keep(scan, desk.deviceId());
        }
        Caller caller =
                new Caller(desk.deviceId(), typist.personId(), desk.keyId(), people.grants(typist.personId()), null);
        Push.Result result =
                push.push(caller, List.of(Json.tree(item))).results().get(0);
        return result.problems().isEmpty()
                && result.verdict() == Push.Verdict.ACCEPTED
                && !result.notes().contains(NO_EFFECT);
    }
}
