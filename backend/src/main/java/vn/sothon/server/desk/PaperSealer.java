package vn.sothon.server.desk;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.PaperOrigin;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.rule.RecordValidation;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.ItemTime;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.device.PaperDesks.Desk;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.ServerName;

/** Seals what was typed as a phone seals what was found: the bytes are made once and signed by the typist's desk. */
@Singleton
final class PaperSealer {
    private final ServerName name;
    private final ServerClock clock;
    private final SecureRandom random = new SecureRandom();

    PaperSealer(ServerName name, ServerClock clock) {
        this.name = name;
        this.clock = clock;
    }

    /**
     * Everything of one record but the typist.
     *
     * @param origin absent: nothing was on paper, it is done here and now
     */
    record Content(
            UUID id,
            RecordKind kind,
            @Nullable PaperOrigin origin,
            @Nullable UUID visitId,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable UUID loanId,
            @Nullable String loanNumber,
            @Nullable SeenLoan seen,
            @Nullable AttachmentRef scan,
            Payload payload) {}

    SealedItem seal(Typist typist, Desk desk, Content content) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        ItemBody body = new ItemBody(
                Seals.hex(salt),
                content.groupCode(),
                content.loanId(),
                content.loanNumber(),
                null,
                null,
                null,
                content.seen(),
                content.scan() == null ? List.of() : List.of(content.scan()),
                content.origin(),
                Json.tree(content.payload()));
        // No sign of JSON is changed by composing letters.
        String bodyText = Normalizer.normalize(Json.write(body), Normalizer.Form.NFC);
        ItemHead head = new ItemHead(
                1,
                content.id(),
                content.kind().name(),
                content.kind().formVersion(),
                name.serverId(),
                typist.personId(),
                typist.role(),
                desk.keyId(),
                null,
                content.visitId(),
                content.communeCode(),
                content.villageCode(),
                new ItemTime(content.origin() == null ? clock.now() : noon(content.origin()), 0, 0, null),
                Seals.sha256(bodyText));
        String headText = Json.write(head);
        return new SealedItem(headText, bodyText, Seals.sign(desk.key(), Seals.signedBytes(headText)));
    }

    /** What a phone would say before sealing; the same rules, the same strictness. */
    List<Problem> problems(SealedItem item, RecordKind kind) {
        if (item.head().length() + item.body().length() > Push.MAX_ITEM_BYTES / 3) {
            return List.of(new Problem("", "TOO_LARGE"));
        }
        try {
            ReadItem read = ReadItem.of(item, kind, ReadItem.head(item.head()));
            return RecordValidation.check(kind, read.head(), read.body(), read.payload());
        } catch (JsonRefused e) {
            return List.of(new Problem(e.field(), e.code()));
        }
    }

    /** A paper tells a day, not an hour. */
    private static Instant noon(PaperOrigin origin) {
        return origin.madeOn().atTime(LocalTime.NOON).atZone(DueDates.VIET_NAM).toInstant();
    }
}
