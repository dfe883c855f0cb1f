package vn.sothon.server.org;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Tx;

/** Something that lies in one person's hands and passes to a successor: each feature tells of its own. */
public interface HandedOver {
    /** What it is, e.g. {@code CHECK}; names the text a page shows. */
    String kind();

    /** Everything open in those hands in a commune. */
    List<Open> of(Connection connection, UUID personId, String communeCode) throws SQLException;

    /** Gives these to another person, and tells both; what is not in the first one's hands any more is passed over. */
    int pass(Tx tx, UUID from, UUID to, Set<String> ids) throws SQLException;

    /**
     * One open thing.
     *
     * @param title what people call it
     * @param dueOn by when, where there is such a day
     */
    record Open(String id, String title, @Nullable LocalDate dueOn) {}
}
