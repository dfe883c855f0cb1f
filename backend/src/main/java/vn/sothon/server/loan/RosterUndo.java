package vn.sothon.server.loan;

import java.util.UUID;

/** What became of the wish to undo a commune's last import. */
public sealed interface RosterUndo {

    /** Undone: loans that are as they were before, and loans that are gone again. */
    record Done(UUID importId, int restored, int removed) implements RosterUndo {}

    /** Left as it is: so many things stand in the way. */
    record Refused(Reason reason, int count) implements RosterUndo {}

    /** Why an import is not undone. */
    enum Reason {
        /** No import of this commune is there to be undone: none was made, or the last was undone already. */
        NOTHING_TO_UNDO,
        /** Records were made of its loans since. */
        RECORDS_RELY,
        /** Checks of loans it brought stand in the year's plan. */
        CHECKS_PLANNED,
        /** Somebody follows debts it brought. */
        DEBTS_FOLLOWED,
        /** A loan was changed by something else since. */
        CHANGED_SINCE
    }
}
