package vn.sothon.server.loan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Something that stands on loans as a roster told them: while it does, that roster is not undone. */
public interface LoanReliance {
    RosterUndo.Reason reason();

    /**
     * How many things rely.
     *
     * @param brought loans that would be gone
     * @param touched loans that would become what they were, those brought included
     * @param since when the import was made
     */
    int count(Connection connection, Set<UUID> brought, Set<UUID> touched, Instant since) throws SQLException;
}
