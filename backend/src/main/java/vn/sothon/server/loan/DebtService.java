package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid7;
import vn.sothon.server.access.Scope;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Says who follows a debt, and writes down what was agreed. */
@Singleton
public class DebtService {
    private final DebtLookup debts;
    private final DebtNotes notes;
    private final Inspectors inspectors;
    private final Writer writer;
    private final ServerClock clock;
    private final Uuid7 ids;

    DebtService(DebtLookup debts, DebtNotes notes, Inspectors inspectors, Writer writer, ServerClock clock) {
        this.debts = debts;
        this.notes = notes;
        this.inspectors = inspectors;
        this.writer = writer;
        this.clock = clock;
        this.ids = new Uuid7(clock::millis, new SecureRandom());
    }

    /**
     * What was agreed.
     *
     * @param corrects the note that was wrong
     */
    public record NewNote(
            LocalDate agreedOn,
            String text,
            @Nullable LocalDate promisedOn,
            @Nullable Long promised,
            @Nullable UUID corrects) {}

    /** Who can be asked to follow a debt. */
    public List<Inspectors.Candidate> candidates(Debt debt) {
        return inspectors.of(
                debt.communeCode(), debt.villageCode(), debt.groupCode(), debt.association(), false, clock.today());
    }

    /**
     * Gives a debt to a person's care, or to nobody's.
     *
     * @throws AdminRefused {@code UNKNOWN_LOAN}, {@code WRONG_PERSON}
     */
    public void follow(Scope scope, UUID loanId, @Nullable UUID personId, String by) {
        Debt debt = require(scope, loanId);
        if (personId != null
                && candidates(debt).stream()
                        .noneMatch(candidate -> candidate.personId().equals(personId))) {
            throw new AdminRefused("WRONG_PERSON", "This person's office does not cover the loan.");
        }
        writer.write(tx -> {
            notes.follow(tx, loanId, personId, by, clock.now());
            return loanId;
        });
    }

    /**
     * Writes down what was agreed.
     *
     * @throws AdminRefused {@code UNKNOWN_LOAN}, {@code WRONG_DAY}, {@code NOT_CORRECTABLE}
     */
    public UUID note(Scope scope, UUID loanId, NewNote note, UUID personId) {
        require(scope, loanId);
        if (note.agreedOn().isAfter(clock.today())
                || (note.promisedOn() != null && note.promisedOn().isBefore(note.agreedOn()))) {
            throw new AdminRefused("WRONG_DAY", "The day of a talk has come, and a promise is for a later day.");
        }
        UUID id = ids.next();
        return writer.write(tx -> {
            boolean correctable = note.corrects() == null
                    || notes.of(tx.connection(), loanId).stream()
                            .anyMatch(known -> known.id().equals(note.corrects()) && known.stands());
            if (!correctable) {
                throw new AdminRefused("NOT_CORRECTABLE", "No note of this loan stands under that id.");
            }
            notes.add(
                    tx,
                    new Debt.Note(
                            id,
                            loanId,
                            note.agreedOn(),
                            note.text(),
                            note.promisedOn(),
                            note.promised(),
                            note.corrects(),
                            null,
                            personId,
                            clock.now()));
            return id;
        });
    }

    private Debt require(Scope scope, UUID loanId) {
        return debts.one(scope, loanId)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_LOAN", "No open loan of that id is seen here."));
    }
}
