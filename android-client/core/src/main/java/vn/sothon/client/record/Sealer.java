package vn.sothon.client.record;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.session.Session;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.session.SigningKeys;
import vn.sothon.client.store.Transactions;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.rule.RecordValidation;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;

/** Turns a draft into a sealed record, once. */
public final class Sealer {
    private final Transactions transactions;
    private final Drafts drafts;
    private final RecordBook book;
    private final Outbox outbox;
    private final Sessions sessions;
    private final PhoneClock clock;
    private final SigningKeys keys;
    private final SecureRandom random;

    public Sealer(
            Transactions transactions,
            Drafts drafts,
            RecordBook book,
            Outbox outbox,
            Sessions sessions,
            PhoneClock clock,
            SigningKeys keys,
            SecureRandom random) {
        this.transactions = transactions;
        this.drafts = drafts;
        this.book = book;
        this.outbox = outbox;
        this.sessions = sessions;
        this.clock = clock;
        this.keys = keys;
        this.random = random;
    }

    /** Seals the draft as it was saved last; a draft sealed before answers with its record. */
    public SealOutcome seal(UUID draftId) {
        Optional<BookedRecord> before = book.find(draftId);
        if (before.isPresent()) {
            transactions.atomically(() -> drafts.discard(draftId));
            return new SealOutcome.Sealed(before.get());
        }
        Draft draft = drafts.find(draftId).orElseThrow(() -> new IllegalArgumentException("no draft " + draftId));
        Optional<Session> session = sessions.current();
        if (!session.isPresent()) {
            return new SealOutcome.NotEnrolled();
        }
        KeyPair pair = keys.pair();
        Instant now = clock.wall();
        String body = body(draft);
        String head = head(draft, session.get(), Seals.keyId(pair.getPublic()), Seals.sha256(body));
        List<Problem> problems = problems(draft, head, body);
        if (!problems.isEmpty()) {
            return new SealOutcome.Incomplete(problems);
        }
        SealedItem item = new SealedItem(head, body, Seals.sign(pair.getPrivate(), Seals.signedBytes(head)));
        transactions.atomically(() -> {
            book.append(new RecordBook.Entry(
                    draft.id(),
                    draft.kind(),
                    draft.acting().visitId(),
                    corrects(draft),
                    item,
                    Seals.sha256(head),
                    now));
            outbox.add(draft.id());
            drafts.discard(draft.id());
        });
        return new SealOutcome.Sealed(
                book.find(draftId).orElseThrow(() -> new IllegalStateException("not in the book: " + draftId)));
    }

    /** What would keep this draft from being sealed now; for showing beside the fields while it is written. */
    public List<Problem> problems(Draft draft) {
        Optional<Session> session = sessions.current();
        if (!session.isPresent()) {
            return List.of();
        }
        String body = body(draft);
        return problems(draft, head(draft, session.get(), "", Seals.sha256(body)), body);
    }

    /** Reads the bytes as strictly as the server will, so that it cannot find what the phone overlooked. */
    private static List<Problem> problems(Draft draft, String head, String body) {
        if (head.getBytes(StandardCharsets.UTF_8).length + body.getBytes(StandardCharsets.UTF_8).length
                > Push.MAX_ITEM_BYTES) {
            return List.of(new Problem("", "TOO_LARGE"));
        }
        try {
            ReadItem read = ReadItem.of(new SealedItem(head, body, ""), draft.kind(), ReadItem.head(head));
            return RecordValidation.check(draft.kind(), read.head(), read.body(), read.payload());
        } catch (JsonRefused e) {
            return List.of(new Problem(e.field(), e.code()));
        }
    }

    private String body(Draft draft) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        ItemBody body = new ItemBody(
                Seals.hex(salt),
                draft.about().groupCode(),
                draft.about().loanId(),
                draft.about().loanNumber(),
                draft.position(),
                draft.planTaskId(),
                draft.correction() == null ? null : draft.correction().reason(),
                draft.about().seen(),
                draft.attachments(),
                draft.payload());
        return Json.write(NfcText.of(Json.tree(body)));
    }

    private String head(Draft draft, Session session, String keyId, String bodyHash) {
        return Json.write(new ItemHead(
                1,
                draft.id(),
                draft.kind().name(),
                draft.kind().formVersion(),
                session.serverId(),
                session.person().id(),
                draft.acting().role(),
                keyId,
                corrects(draft),
                draft.acting().visitId(),
                draft.acting().communeCode(),
                draft.acting().villageCode(),
                session.time(clock),
                bodyHash));
    }

    private static @Nullable UUID corrects(Draft draft) {
        return draft.correction() == null ? null : draft.correction().corrects();
    }
}
