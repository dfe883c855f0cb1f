package vn.sothon.server.ops;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.AssociationGroups;
import vn.sothon.server.loan.LoanBook;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.record.NotAbout;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;

/** The waiting queue as one person sees it. */
@Singleton
public class QueueDesk {
    static final String SET_ASIDE = "SET_ASIDE";

    /** Notes that wait until a person has looked, and need nothing else. */
    public static final Set<String> NOTES =
            Set.of("MORE_THAN_DISBURSED", "SHEET_OUTDATED", "SHEET_DIFFERS", "ATTACHMENT_DIFFERS");

    private final WaitingQueue queue;
    private final TransactionOperations<Connection> transactions;
    private final RecordStore records;
    private final LoanBook loans;
    private final AssociationGroups associations;
    private final PersonLookup people;

    QueueDesk(
            WaitingQueue queue,
            TransactionOperations<Connection> transactions,
            RecordStore records,
            LoanBook loans,
            AssociationGroups associations,
            PersonLookup people) {
        this.queue = queue;
        this.transactions = transactions;
        this.records = records;
        this.loans = loans;
        this.associations = associations;
        this.people = people;
    }

    /**
     * Something that waits for a person.
     *
     * @param why {@code HELD_GRANT}, {@code HELD_REVOKED}, {@code HELD_PERSON}, {@code HELD_ORIGINAL},
     *     {@code LOAN_UNMATCHED}, {@code FORK}, {@code UNTIED}, or one of {@link #NOTES}
     * @param author the record's own person
     * @param loanNumber the number on the paper, where no roster knew the loan
     * @param memberName the borrower as the phone showed him
     */
    public record Waiting(
            UUID recordId,
            String why,
            String kind,
            String author,
            String role,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            Instant effectiveAt,
            Instant receivedAt,
            @Nullable String loanNumber,
            @Nullable String memberName,
            @Nullable UUID corrects) {

        /** Whether a person can let it count. */
        public boolean isAdmissible() {
            return why.startsWith("HELD_") && !why.equals("HELD_ORIGINAL");
        }

        /** Whether it is done once somebody has looked. */
        public boolean isNote() {
            return NOTES.contains(why);
        }

        public boolean isHeld() {
            return why.startsWith("HELD_");
        }
    }

    /** What waits within the scope, oldest first; held items that were set aside do not. */
    public List<Waiting> list(Scope scope) {
        Set<String> groups = groups(scope);
        List<WaitingItem> all = queue.list();
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            Set<String> aside = new HashSet<>(Sql.list(
                    connection, "SELECT about FROM decision WHERE kind = ?", row -> row.getString(1), SET_ASIDE));
            List<Waiting> waiting = new ArrayList<>();
            for (WaitingItem item : all) {
                boolean here = scope.communes().contains(item.communeCode()) || !groups.isEmpty();
                if (here && !(item.why().startsWith("HELD_") && aside.contains(item.recordId()))) {
                    waiting(connection, item, scope, groups).ifPresent(waiting::add);
                }
            }
            return waiting;
        });
    }

    /** What is waiting of one record. */
    public List<Waiting> of(Scope scope, UUID recordId) {
        return list(scope).stream()
                .filter(waiting -> waiting.recordId().equals(recordId))
                .toList();
    }

    /** Loans a record without one may be about: by the number on the paper, else by the name or whatever is asked. */
    public List<LoanBook.Entry> candidates(Scope scope, Waiting waiting, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            return inCommune(scope, waiting, words);
        }
        String number = waiting.loanNumber();
        List<LoanBook.Entry> byEnd =
                number == null ? List.of() : inCommune(scope, waiting, number.substring(number.length() - 6));
        return byEnd.isEmpty() && waiting.memberName() != null
                ? inCommune(scope, waiting, waiting.memberName())
                : byEnd;
    }

    private List<LoanBook.Entry> inCommune(Scope scope, Waiting waiting, String words) {
        return loans.search(scope, words).stream()
                .filter(loan -> loan.communeCode().equals(waiting.communeCode()))
                .toList();
    }

    private Optional<Waiting> waiting(Connection connection, WaitingItem item, Scope scope, Set<String> groups)
            throws SQLException {
        UUID id = UUID.fromString(item.recordId());
        StoredRecord record = records.find(connection, id).orElseThrow();
        if (!sees(scope, groups, record) || NotAbout.isAbout(connection, scope, id)) {
            return Optional.empty();
        }
        ReadItem read = ReadItem.trusted(records.sealed(connection, id));
        String author = people.find(record.personId()).map(Person::name).orElse("");
        return Optional.of(new Waiting(
                id,
                item.why(),
                item.kind(),
                author,
                record.actingRole().name(),
                record.communeCode(),
                record.villageCode(),
                record.groupCode(),
                record.effectiveAt(),
                item.receivedAt(),
                read.body().loanNumber(),
                read.body().seen() == null ? null : read.body().seen().memberName(),
                record.corrects()));
    }

    /** The record, if the scope sees it. */
    StoredRecord require(Scope scope, UUID recordId) {
        Set<String> groups = groups(scope);
        return transactions
                .executeRead(status -> NotAbout.isAbout(status.getConnection(), scope, recordId)
                        ? Optional.<StoredRecord>empty()
                        : records.find(status.getConnection(), recordId))
                .filter(record -> sees(scope, groups, record))
                .orElseThrow(() -> new AdminRefused("UNKNOWN_RECORD", "No record of that id is seen here."));
    }

    private static boolean sees(Scope scope, Set<String> groups, StoredRecord record) {
        return scope.communes().contains(record.communeCode())
                || (record.groupCode() != null && groups.contains(record.groupCode()));
    }

    private Set<String> groups(Scope scope) {
        Set<String> groups = new HashSet<>();
        scope.associations().forEach(in -> groups.addAll(associations.codes(in.communeCode(), in.association())));
        return groups;
    }
}
