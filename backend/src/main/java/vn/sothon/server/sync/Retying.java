package vn.sothon.server.sync;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.sync.push.Consequences;

/**
 * Looks again at the ties of a place's records. A tie that comes out the same is not written again; one that a person made
 * is never touched.
 */
@Singleton
class Retying {
    private static final int AT_ONCE = 200;

    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final AreaLookup areas;
    private final RecordStore records;
    private final Consequences consequences;
    private final ServerClock clock;

    Retying(
            Writer writer,
            TransactionOperations<Connection> transactions,
            AreaLookup areas,
            RecordStore records,
            Consequences consequences,
            ServerClock clock) {
        this.writer = writer;
        this.transactions = transactions;
        this.areas = areas;
        this.records = records;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** How many records were looked at, and how many are tied otherwise now. */
    record Count(long looked, long retied) {
        Count plus(Count other) {
            return new Count(looked + other.looked, retied + other.retied);
        }
    }

    /** All records of a commune, or of all communes of a province. */
    Count within(String areaCode) {
        Count count = new Count(0, 0);
        for (String commune : communes(areaCode)) {
            count = count.plus(in(commune));
        }
        return count;
    }

    /** All records there are. */
    Count everywhere() {
        List<String> communes = transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT DISTINCT commune_code FROM record ORDER BY commune_code",
                row -> row.getString(1)));
        Count count = new Count(0, 0);
        for (String commune : communes) {
            count = count.plus(in(commune));
        }
        return count;
    }

    private Count in(String commune) {
        Count count = new Count(0, 0);
        List<UUID> heads = heads(commune);
        for (int from = 0; from < heads.size(); from += AT_ONCE) {
            List<UUID> some = heads.subList(from, Math.min(heads.size(), from + AT_ONCE));
            int retied = writer.write(tx -> {
                int moved = 0;
                for (UUID id : some) {
                    StoredRecord record = records.find(tx.connection(), id).orElseThrow();
                    moved += record.counts() && consequences.retie(tx, record, clock.now()) ? 1 : 0;
                }
                return moved;
            });
            count = count.plus(new Count(some.size(), retied));
        }
        return count;
    }

    private List<String> communes(String areaCode) {
        List<String> communes = new ArrayList<>();
        areas.find(areaCode).filter(area -> area.kind() == AreaKind.COMMUNE).ifPresent(area -> communes.add(areaCode));
        areas.within(areaCode).stream()
                .filter(area -> area.kind() == AreaKind.COMMUNE)
                .map(Area::code)
                .forEach(communes::add);
        return communes;
    }

    private List<UUID> heads(String commune) {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                """
                SELECT id FROM record WHERE commune_code = ? AND is_head = 1 AND status = 'ACCEPTED'
                    AND kind IN ('LOAN_USE_CHECK', 'MONITORING_MINUTES') ORDER BY id
                """,
                row -> UUID.fromString(row.getString(1)),
                commune));
    }
}
