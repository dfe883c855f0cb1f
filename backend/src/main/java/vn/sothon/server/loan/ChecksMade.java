package vn.sothon.server.loan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What records tell of checks that were made; counting ones only. */
public interface ChecksMade {
    /** The last day of the year on which each loan was checked, for loans of these communes. */
    Map<UUID, LocalDate> ofLoans(Connection connection, Collection<String> communes, int year) throws SQLException;

    /** The days of the year on which each group was inspected, oldest first, for groups of these communes. */
    Map<String, List<LocalDate>> ofGroups(Connection connection, Collection<String> communes, int year)
            throws SQLException;
}
