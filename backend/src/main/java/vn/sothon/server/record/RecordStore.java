package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.files.FileArrived;
import vn.sothon.server.record.StoredRecord.Status;
import vn.sothon.server.record.StoredRecord.WaitsFor;

/** The rows of records, their notes, their attachments and their sheets. */
@Singleton
public final class RecordStore {
    private static final String COLUMNS =
            """
            SELECT id, kind, hash, person_id, acting_role, commune_code, village_code, group_code, loan_id, visit_id,
                   corrects, original_id, effective_at, status, waits_for, is_head, version
            FROM record r
            """;

    /** A whole line of corrections: two questions, since the index by the first lists corrections alone. */
    private static final String OF_LINE =
            "((r.id = ? AND r.original_id = r.id) OR (r.original_id = ? AND r.original_id <> r.id))";

    public Optional<StoredRecord> find(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, COLUMNS + "WHERE id = ?", RecordStore::read, id);
    }

    public Map<UUID, StoredRecord> find(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, StoredRecord> found = new LinkedHashMap<>();
        List<String> keys = ids.stream().map(UUID::toString).toList();
        for (StoredRecord record : Sql.in(connection, COLUMNS + "WHERE id IN (%s)", RecordStore::read, keys)) {
            found.put(record.id(), record);
        }
        return found;
    }

    /** The record that speaks for a line of corrections; empty where the line was withdrawn or is held. */
    public Optional<StoredRecord> headOf(Connection connection, UUID original) throws SQLException {
        return Sql.one(
                connection,
                COLUMNS + "WHERE " + OF_LINE + " AND is_head = 1 AND status = 'ACCEPTED'",
                RecordStore::read,
                original,
                original);
    }

    /** Groups of a commune about which minutes were made since that time. */
    public Set<String> groupsMinuted(Connection connection, String communeCode, Instant since) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                """
                SELECT DISTINCT group_code FROM record WHERE commune_code = ? AND kind = 'MONITORING_MINUTES'
                    AND is_head = 1 AND status = 'ACCEPTED' AND group_code IS NOT NULL AND effective_at >= ?
                """,
                row -> row.getString(1),
                communeCode,
                since.toEpochMilli()));
    }

    /** The accepted records of one line of corrections, in the order they came. */
    List<StoredRecord> accepted(Connection connection, UUID original) throws SQLException {
        return Sql.list(
                connection,
                COLUMNS + "WHERE " + OF_LINE + " AND status = 'ACCEPTED' ORDER BY received_at, id",
                RecordStore::read,
                original,
                original);
    }

    /** Loan-use checks of a loan that count, oldest first. */
    public List<StoredRecord> countingOf(Connection connection, UUID loan) throws SQLException {
        return Sql.list(
                connection,
                COLUMNS
                        + """
                        WHERE loan_id = ? AND kind = 'LOAN_USE_CHECK' AND is_head = 1 AND status = 'ACCEPTED'
                        ORDER BY effective_at, id
                        """,
                RecordStore::read,
                loan);
    }

    /** Held records that wait for this one to come. */
    List<StoredRecord> waitingFor(Connection connection, UUID original) throws SQLException {
        return Sql.list(
                connection,
                COLUMNS + "WHERE waits_for = 'ORIGINAL' AND corrects = ? ORDER BY received_at, id",
                RecordStore::read,
                original);
    }

    /** Whether a held record corrects or withdraws a record of that id, which is not here. */
    boolean isFollowed(Connection connection, UUID absent) throws SQLException {
        return Sql.one(
                        connection,
                        """
                        SELECT 1 FROM record
                        WHERE waits_for IN ('ORIGINAL', 'GRANT', 'REVOKED', 'PERSON') AND corrects = ? LIMIT 1
                        """,
                        row -> row.getInt(1),
                        absent)
                .isPresent();
    }

    /** The bytes as they came. */
    public SealedItem sealed(Connection connection, UUID id) throws SQLException {
        return Sql.one(
                        connection,
                        "SELECT head, body, signature FROM record WHERE id = ?",
                        row -> new SealedItem(row.getString(1), row.getString(2), row.getString(3)),
                        id)
                .orElseThrow();
    }

    /** The device that brought each of these records, by id; unknown ones and those erased are left out. */
    public Map<String, String> bringers(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        Sql.in(
                        connection,
                        "SELECT id, device_id FROM record WHERE body IS NOT NULL AND id IN (%s)",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        ids)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** The bytes of several, by id; those erased are left out. */
    Map<UUID, SealedItem> sealed(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, SealedItem> found = new LinkedHashMap<>();
        List<String> keys = ids.stream().map(UUID::toString).toList();
        Sql.in(
                        connection,
                        "SELECT id, head, body, signature FROM record WHERE body IS NOT NULL AND id IN (%s)",
                        row -> Map.entry(
                                UUID.fromString(row.getString(1)),
                                new SealedItem(row.getString(2), row.getString(3), row.getString(4))),
                        keys)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Stores a record unless its id is taken; whether it did. */
    boolean insert(Connection connection, ReadItem item, UUID deviceId, StoredRecord record, Instant receivedAt)
            throws SQLException {
        int inserted = Sql.update(
                connection,
                """
                INSERT INTO record (id, kind, form_version, head, body, signature, hash, body_hash, person_id,
                    acting_role, key_id, commune_code, village_code, group_code, loan_id, loan_number, visit_id,
                    corrects, original_id, effective_at, received_at, status, waits_for, is_head, version, device_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                record.id(),
                record.kind(),
                item.head().formVersion(),
                item.sealed().head(),
                item.sealed().body(),
                item.sealed().signature(),
                record.hash(),
                item.head().bodyHash(),
                record.personId(),
                record.actingRole(),
                item.head().keyId(),
                record.communeCode(),
                record.villageCode(),
                record.groupCode(),
                record.loanId(),
                item.body().loanNumber(),
                record.visitId(),
                record.corrects(),
                record.originalId(),
                record.effectiveAt().toEpochMilli(),
                receivedAt.toEpochMilli(),
                record.status(),
                record.waitsFor(),
                record.head(),
                record.version(),
                deviceId);
        if (inserted == 0) {
            return false;
        }
        for (AttachmentRef attachment : item.body().attachments()) {
            Sql.update(
                    connection,
                    "INSERT INTO attachment_ref (record_id, sha256, media_type, bytes, role) VALUES (?, ?, ?, ?, ?)",
                    record.id(),
                    attachment.sha256(),
                    attachment.mediaType(),
                    attachment.bytes(),
                    attachment.role());
        }
        return true;
    }

    void settle(Connection connection, UUID id, Status status, @Nullable WaitsFor waitsFor, UUID original, boolean head)
            throws SQLException {
        Sql.update(
                connection,
                """
                UPDATE record SET status = ?, waits_for = ?, original_id = ?, is_head = ?, version = version + 1
                WHERE id = ?
                """,
                status,
                waitsFor,
                original,
                head,
                id);
    }

    /** Records that name this loan by its number, from before any roster knew it. */
    public List<UUID> unmatched(Connection connection, String loanNumber) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id FROM record WHERE loan_number = ? AND loan_id IS NULL ORDER BY received_at, id",
                row -> UUID.fromString(row.getString(1)),
                loanNumber);
    }

    /**
     * A record that counts, with its bytes.
     *
     * @param loanId the loan it is about, where a roster knows it
     */
    public record Counting(
            UUID id, @Nullable UUID loanId, @Nullable String groupCode, Instant effectiveAt, SealedItem sealed) {}

    /** Records of a kind that count and were made in that time, oldest first in each commune. */
    public List<Counting> counting(
            Connection connection, RecordKind kind, Collection<String> communes, Instant from, Instant before)
            throws SQLException {
        String select =
                """
                SELECT id, loan_id, group_code, effective_at, head, body, signature FROM record
                WHERE kind = '%s' AND status = 'ACCEPTED' AND is_head = 1 AND effective_at >= %d AND effective_at < %d
                    AND commune_code IN (%s) ORDER BY effective_at, id
                """
                        .formatted(kind.name(), from.toEpochMilli(), before.toEpochMilli(), "%s");
        return Sql.in(
                connection,
                select,
                row -> new Counting(
                        UUID.fromString(row.getString(1)),
                        uuid(row.getString(2)),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        new SealedItem(row.getString(5), row.getString(6), row.getString(7))),
                communes);
    }

    /** How many records name any of these loans; only those received since then. */
    public int naming(Connection connection, Collection<UUID> loans, Instant since) throws SQLException {
        List<String> keys = loans.stream().map(UUID::toString).toList();
        String counting =
                "SELECT COUNT(*) FROM record WHERE received_at >= " + since.toEpochMilli() + " AND loan_id IN (%s)";
        return Sql.in(connection, counting, row -> row.getInt(1), keys).stream()
                .mapToInt(count -> count)
                .sum();
    }

    public void matchLoan(Connection connection, UUID id, UUID loanId, @Nullable String groupCode) throws SQLException {
        Sql.update(
                connection,
                """
                UPDATE record SET loan_id = ?, group_code = COALESCE(group_code, ?), version = version + 1 WHERE id = ?
                """,
                loanId,
                groupCode,
                id);
    }

    /** Something about the record changed that is kept elsewhere: its status has a new version. */
    public void touch(Connection connection, UUID id) throws SQLException {
        Sql.update(connection, "UPDATE record SET version = version + 1 WHERE id = ?", id);
    }

    /** Adds a note once; whether it was new. */
    public boolean note(Connection connection, UUID id, String code, Instant at) throws SQLException {
        return Sql.update(
                        connection,
                        """
                        INSERT INTO record_note (record_id, code, noted_at) VALUES (?, ?, ?)
                        ON CONFLICT (record_id, code) DO NOTHING
                        """,
                        id,
                        code,
                        at.toEpochMilli())
                == 1;
    }

    /** Takes a note away; whether it was there. */
    public boolean forget(Connection connection, UUID id, String code) throws SQLException {
        return Sql.update(connection, "DELETE FROM record_note WHERE record_id = ? AND code = ?", id, code) == 1;
    }

    public List<String> notes(Connection connection, UUID id) throws SQLException {
        return Sql.list(
                connection,
                "SELECT code FROM record_note WHERE record_id = ? ORDER BY code",
                row -> row.getString(1),
                id);
    }

    /**
     * Hashes of the record's attachments that neither its author nor the device that pushed it has brought yet. Whether
     * another has brought the same file is not told: whoever can name a hash would learn what others hold.
     */
    public List<String> missing(Connection connection, UUID id) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT a.sha256 FROM attachment_ref a JOIN record r ON r.id = a.record_id
                WHERE a.record_id = ? AND NOT EXISTS (
                    SELECT 1 FROM file_brought b WHERE b.sha256 = a.sha256 AND b.bringer IN (r.device_id, r.person_id))
                ORDER BY a.sha256
                """,
                row -> row.getString(1),
                id);
    }

    /** Writes down who has brought a file. */
    public void brought(Connection connection, FileArrived.Arrived file, Instant at) throws SQLException {
        for (UUID bringer : file.by()) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO file_brought (sha256, bringer, brought_at) VALUES (?, ?, ?)
                    ON CONFLICT (sha256, bringer) DO NOTHING
                    """,
                    file.sha256(),
                    bringer,
                    at.toEpochMilli());
        }
    }

    /** Notes that a file which came for the record is of another size or type than the record says; whether it did. */
    public boolean noteDiffering(Connection connection, UUID id, Instant at) throws SQLException {
        // First bytes do not tell bare AAC.
        return Sql.update(
                        connection,
                        """
                        INSERT INTO record_note (record_id, code, noted_at)
                        SELECT r.id, 'ATTACHMENT_DIFFERS', CAST(? AS BIGINT) FROM record r
                        WHERE r.id = ? AND EXISTS (
                            SELECT 1 FROM attachment_ref a
                            JOIN file_brought b ON b.sha256 = a.sha256 AND b.bringer IN (r.device_id, r.person_id)
                            JOIN stored_file f ON f.sha256 = a.sha256
                            WHERE a.record_id = r.id AND (f.bytes <> a.bytes OR (f.media_type <> a.media_type
                                AND NOT (f.media_type = 'application/octet-stream' AND a.media_type = 'audio/aac'))))
                        ON CONFLICT (record_id, code) DO NOTHING
                        """,
                        at.toEpochMilli(),
                        id)
                == 1;
    }

    /** Records of those who brought the file that name it. */
    public Set<UUID> naming(Connection connection, FileArrived.Arrived file) throws SQLException {
        Set<UUID> naming = new HashSet<>();
        for (UUID bringer : file.by()) {
            naming.addAll(Sql.list(
                    connection,
                    """
                    SELECT a.record_id FROM attachment_ref a JOIN record r ON r.id = a.record_id
                    WHERE a.sha256 = ? AND (r.device_id = ? OR r.person_id = ?)
                    """,
                    row -> UUID.fromString(row.getString(1)),
                    file.sha256(),
                    bringer,
                    bringer));
        }
        return naming;
    }

    void sheetRow(Connection connection, UUID sheet, UUID check) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO sheet_row (sheet_id, check_id) VALUES (?, ?) ON CONFLICT (sheet_id, check_id) DO NOTHING
                """,
                sheet,
                check);
    }

    /** Sheets that hold any record of this line of corrections. */
    Set<UUID> sheetsOf(Connection connection, UUID original) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "SELECT DISTINCT s.sheet_id FROM sheet_row s JOIN record r ON r.id = s.check_id WHERE " + OF_LINE,
                row -> UUID.fromString(row.getString(1)),
                original,
                original));
    }

    private static StoredRecord read(ResultSet row) throws SQLException {
        String waitsFor = row.getString("waits_for");
        return new StoredRecord(
                UUID.fromString(row.getString("id")),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("hash"),
                UUID.fromString(row.getString("person_id")),
                ActingRole.valueOf(row.getString("acting_role")),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                uuid(row.getString("loan_id")),
                uuid(row.getString("visit_id")),
                uuid(row.getString("corrects")),
                UUID.fromString(row.getString("original_id")),
                Instant.ofEpochMilli(row.getLong("effective_at")),
                Status.valueOf(row.getString("status")),
                waitsFor == null ? null : WaitsFor.valueOf(waitsFor),
                row.getInt("is_head") == 1,
                row.getLong("version"));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
