package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.device.SignatureCheck;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.tie.RecordTie;
import vn.sothon.server.tie.TieService;

/** Opens every record's bytes again and compares everything the server has derived from them. */
@Singleton
final class RecordCheck {
    private static final String ALL =
            """
            SELECT id, kind, head, body, signature, hash, body_hash, person_id, key_id, commune_code, corrects,
                   original_id, status, is_head
            FROM record ORDER BY id
            """;

    private final TieService ties;
    private final SignatureCheck signatures;

    RecordCheck(TieService ties, SignatureCheck signatures) {
        this.ties = ties;
        this.signatures = signatures;
    }

    long check(Connection connection, LoggedHashes logged, List<Fault> faults) throws SQLException {
        Map<String, PublicKey> keys = keys(connection, faults);
        Map<String, Integer> heads = new HashMap<>();
        List<UUID> tied = new ArrayList<>();
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                count++;
                String id = row.getString("id");
                for (String code : bytes(connection, row, keys, logged)) {
                    faults.add(new Fault(code, id));
                }
                boolean head =
                        row.getInt("is_head") == 1 && row.getString("status").equals("ACCEPTED");
                if (head) {
                    heads.merge(row.getString("original_id"), 1, Integer::sum);
                }
                if (head && RecordKind.valueOf(row.getString("kind")).isTied()) {
                    tied.add(UUID.fromString(id));
                }
            }
        }
        heads.forEach((original, number) -> {
            if (number > 1) {
                faults.add(new Fault("TWO_HEADS", original));
            }
        });
        for (String id : logged.unasked()) {
            faults.add(new Fault("RECORD_MISSING", id));
        }
        for (UUID id : tied) {
            tie(connection, id, logged, faults);
        }
        return count;
    }

    private List<String> bytes(Connection connection, ResultSet row, Map<String, PublicKey> keys, LoggedHashes logged)
            throws SQLException {
        List<String> codes = new ArrayList<>();
        SealedItem sealed = new SealedItem(row.getString("head"), row.getString("body"), row.getString("signature"));
        String hash = Seals.sha256(sealed.head());
        if (!hash.equals(row.getString("hash"))) {
            codes.add("HEAD_CHANGED");
        }
        String inLog = logged.item(row.getString("id"));
        if (inLog == null) {
            codes.add("RECORD_NOT_IN_LOG");
        } else if (!inLog.equals(hash)) {
            codes.add("LOG_NAMES_ANOTHER_HASH");
        }
        try {
            ItemHead head = ReadItem.head(sealed.head());
            if (!Seals.sha256(sealed.body()).equals(head.bodyHash())) {
                codes.add("BODY_CHANGED");
                return codes;
            }
            PublicKey key = keys.get(head.keyId());
            if (key == null) {
                codes.add("KEY_MISSING");
            } else if (!signatures.holds(key, sealed)) {
                codes.add("SIGNATURE_WRONG");
            }
            if (!sameColumns(row, head)) {
                codes.add("COLUMNS_DIFFER");
            }
            ReadItem item = ReadItem.of(sealed, RecordKind.valueOf(head.kind()), head);
            if (!attachments(connection, head.id()).equals(named(item))) {
                codes.add("ATTACHMENTS_DIFFER");
            }
        } catch (JsonRefused | IllegalArgumentException e) {
            codes.add("UNREADABLE");
        }
        return codes;
    }

    private static boolean sameColumns(ResultSet row, ItemHead head) throws SQLException {
        return row.getString("id").equals(head.id().toString())
                && row.getString("kind").equals(head.kind())
                && row.getString("body_hash").equals(head.bodyHash())
                && row.getString("person_id").equals(head.personId().toString())
                && row.getString("key_id").equals(head.keyId())
                && row.getString("commune_code").equals(head.communeCode())
                && (head.corrects() == null
                        || Objects.equals(
                                row.getString("corrects"), head.corrects().toString()));
    }

    private static Set<String> attachments(Connection connection, UUID id) throws SQLException {
        return new TreeSet<>(Sql.list(
                connection, "SELECT sha256 FROM attachment_ref WHERE record_id = ?", row -> row.getString(1), id));
    }

    private static Set<String> named(ReadItem item) {
        Set<String> named = new TreeSet<>();
        for (AttachmentRef attachment : item.body().attachments()) {
            named.add(attachment.sha256());
        }
        return named;
    }

    private void tie(Connection connection, UUID id, LoggedHashes logged, List<Fault> faults) throws SQLException {
        Optional<RecordTie> tie = ties.of(connection, id);
        if (tie.isEmpty()) {
            faults.add(new Fault("TIE_MISSING", id.toString()));
        } else if (!TieService.hash(tie.get()).equals(logged.tie(id.toString()))) {
            faults.add(new Fault("TIE_CHANGED", id.toString()));
        }
    }

    private static Map<String, PublicKey> keys(Connection connection, List<Fault> faults) throws SQLException {
        Map<String, PublicKey> keys = new HashMap<>();
        Sql.list(connection, "SELECT key_id, public_key FROM device", row -> {
            @Nullable PublicKey key = key(row.getString(1), row.getString(2));
            if (key == null) {
                faults.add(new Fault("KEY_CHANGED", row.getString(1)));
            } else {
                keys.put(row.getString(1), key);
            }
            return row.getString(1);
        });
        return keys;
    }

    /** A key names itself: its id is the hash of its encoding. */
    private static @Nullable PublicKey key(String id, String encoded) {
        try {
            PublicKey key = Seals.publicKey(encoded);
            return Seals.keyId(key).equals(id) ? key : null;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
