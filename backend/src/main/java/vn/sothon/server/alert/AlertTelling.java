package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sothon.model.json.Json;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.alert.audience.Audience;
import vn.sothon.server.alert.audience.Reader;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;

/**
 * Brings an alert to its readers. The feed holds one row per reader, so that nobody else's phone can ask for it and each
 * sees what his or her office may see.
 */
@Singleton
class AlertTelling {
    private final Audience audience;
    private final AlertRules rules;
    private final Collection<AlertObserver> observers;

    AlertTelling(Audience audience, AlertRules rules, Collection<AlertObserver> observers) {
        this.audience = audience;
        this.rules = rules;
        this.observers = observers;
    }

    /** Writes it for everyone who is to have it, and takes it from those who are not any more. */
    void tell(Tx tx, Alert alert, boolean calls, Instant at) throws SQLException {
        List<Reader> readers = readers(tx.connection(), alert, at);
        Set<UUID> now = readers.stream().map(Reader::personId).collect(Collectors.toSet());
        for (Reader before : stored(tx.connection(), alert.id())) {
            if (!now.contains(before.personId())) {
                take(tx, alert, before.personId());
            }
        }
        for (Reader reader : readers) {
            write(tx.connection(), alert.id(), reader);
            tx.announce(row(alert, reader.personId(), Json.write(alert.view(reader))));
        }
        for (AlertObserver observer : observers) {
            observer.told(tx, alert, readers, calls, at);
        }
    }

    /** Tells it anew if other people have to have it now; whether that was so. */
    boolean tellIfOthers(Tx tx, Alert alert, Instant at) throws SQLException {
        Set<Reader> now = Set.copyOf(readers(tx.connection(), alert, at));
        if (now.equals(Set.copyOf(stored(tx.connection(), alert.id())))) {
            return false;
        }
        tell(tx, alert, false, at);
        return true;
    }

    /** Whether that person's word is an answer to it on the day of {@code at}. */
    boolean mayAnswer(Connection connection, Alert alert, UUID personId, Instant at) throws SQLException {
        return readers(connection, alert, at).stream()
                .anyMatch(reader -> reader.personId().equals(personId) && reader.mayAnswer());
    }

    private List<Reader> readers(Connection connection, Alert alert, Instant at) throws SQLException {
        Audience.Question question = new Audience.Question(
                alert.rule(),
                alert.place(),
                alert.refs().loanId(),
                alert.refs().personId(),
                alert.assignedTo(),
                alert.level());
        return audience.of(
                connection,
                question,
                rules.on(alert.rule(), alert.place().communeCode(), DueDates.day(at)),
                DueDates.day(at));
    }

    private static FeedChange row(Alert alert, UUID personId, String data) {
        return FeedChange.forPerson(
                alert.place().communeCode(),
                Pull.Type.alert,
                alert.id().toString(),
                alert.version(),
                personId.toString(),
                data);
    }

    /** Takes it from everybody: it has long been over. */
    void retire(Tx tx, Alert alert) throws SQLException {
        for (Reader before : stored(tx.connection(), alert.id())) {
            take(tx, alert, before.personId());
        }
    }

    private static void take(Tx tx, Alert alert, UUID personId) throws SQLException {
        Sql.update(
                tx.connection(), "DELETE FROM alert_reader WHERE alert_id = ? AND person_id = ?", alert.id(), personId);
        tx.announce(row(alert, personId, "{}").gone());
    }

    private static List<Reader> stored(Connection connection, UUID alert) throws SQLException {
        return Sql.list(
                connection,
                "SELECT person_id, role, brief, may_answer FROM alert_reader WHERE alert_id = ? ORDER BY person_id",
                ReaderRow::read,
                alert);
    }

    private static void write(Connection connection, UUID alert, Reader reader) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO alert_reader (alert_id, person_id, role, brief, may_answer) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (alert_id, person_id) DO UPDATE SET role = excluded.role, brief = excluded.brief,
                    may_answer = excluded.may_answer
                """,
                alert,
                reader.personId(),
                reader.role(),
                reader.brief(),
                reader.mayAnswer());
    }
}
