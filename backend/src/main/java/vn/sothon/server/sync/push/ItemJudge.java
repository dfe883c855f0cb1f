package vn.sothon.server.sync.push;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.RecordValidation;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.Push;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.device.DeviceKeys;
import vn.sothon.server.device.SignatureCheck;
import vn.sothon.server.platform.http.ServerName;

/**
 * Judges what the bytes of an item alone show: for ever, on any server, on any day. A form newer than this build is
 * answered RETRY, not refused; whatever depends on the server's state is not asked here.
 */
@Singleton
final class ItemJudge {
    private static final int LATER = 6 * 3600;

    private final ServerName name;
    private final DeviceKeys keys;
    private final SignatureCheck signatures;

    ItemJudge(ServerName name, DeviceKeys keys, SignatureCheck signatures) {
        this.name = name;
        this.keys = keys;
        this.signatures = signatures;
    }

    /** What is stored under an id. */
    @FunctionalInterface
    interface StoredHashes {
        @Nullable
        String hashOf(UUID id);
    }

    Judged judge(JsonNode node, StoredHashes stored) {
        SealedItem sealed = sealed(node);
        if (sealed == null) {
            return refused(null, "", "MALFORMED");
        }
        if (length(sealed) > Push.MAX_ITEM_BYTES) {
            return refused(idOf(sealed), "", "TOO_LARGE");
        }
        ItemHead head;
        try {
            head = ReadItem.head(sealed.head());
        } catch (JsonRefused e) {
            NewerItem newer = NewerItem.of(sealed.head());
            return newer == null
                    ? refused(null, join("head", e.field()), e.code())
                    : new Judged.Answered(newer.id(), Result.retry(newer.id(), newer.code(), LATER));
        }
        String newer = NewerItem.code(head.v(), head.kind(), head.formVersion());
        return newer == null
                ? bytes(sealed, head, RecordKind.valueOf(head.kind()), stored)
                : new Judged.Answered(head.id(), Result.retry(head.id(), newer, LATER));
    }

    private Judged bytes(SealedItem sealed, ItemHead head, RecordKind kind, StoredHashes stored) {
        if (!head.serverId().equals(name.serverId())) {
            return refused(head.id(), "serverId", "WRONG_SERVER");
        }
        if (!Seals.sha256(sealed.body()).equals(head.bodyHash())) {
            return refused(head.id(), "bodyHash", "HASH_DIFFERS");
        }
        String present = stored.hashOf(head.id());
        if (present != null && present.equals(Seals.sha256(sealed.head()))) {
            return new Judged.SameAgain(head.id());
        }
        Optional<DeviceKeys.DeviceKey> key = keys.device(head.keyId());
        if (key.isEmpty()) {
            return new Judged.Answered(head.id(), Result.retry(head.id(), "KEY_UNKNOWN", LATER));
        }
        if (!key.get().personId().equals(head.personId())) {
            return refused(head.id(), "personId", "NOT_THE_SIGNER");
        }
        if (!signatures.holds(key.get().publicKey(), sealed)) {
            return refused(head.id(), "signature", "SIGNATURE_WRONG");
        }
        try {
            ReadItem item = ReadItem.of(sealed, kind, head);
            List<Problem> problems = RecordValidation.check(kind, head, item.body(), item.payload());
            return problems.isEmpty()
                    ? new Judged.Holds(item)
                    : new Judged.Answered(head.id(), Result.rejected(head.id(), problems));
        } catch (JsonRefused e) {
            return refused(head.id(), e.field(), e.code());
        }
    }

    private static @Nullable SealedItem sealed(JsonNode node) {
        if (!node.isObject()
                || node.size() != 3
                || !node.path("head").isTextual()
                || !node.path("body").isTextual()
                || !node.path("signature").isTextual()) {
            return null;
        }
        return new SealedItem(
                node.path("head").textValue(),
                node.path("body").textValue(),
                node.path("signature").textValue());
    }

    private static int length(SealedItem sealed) {
        return sealed.head().getBytes(StandardCharsets.UTF_8).length
                + sealed.body().getBytes(StandardCharsets.UTF_8).length;
    }

    private static @Nullable UUID idOf(SealedItem sealed) {
        try {
            return ReadItem.head(sealed.head()).id();
        } catch (JsonRefused e) {
            return null;
        }
    }

    private static String join(String left, String right) {
        return right.isEmpty() ? left : left + "." + right;
    }

    private static Judged refused(@Nullable UUID id, String field, String code) {
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(field, code));
        return new Judged.Answered(id, Result.rejected(id, problems));
    }
}
