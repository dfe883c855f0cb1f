package vn.sothon.server.alert;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.sothon.server.alert.audience.Reader;
import vn.sothon.server.platform.db.Tx;

/** Wants to know of every change of an alert, in the transaction of the change. */
public interface AlertObserver {
    /**
     * An alert stands anew.
     *
     * @param readers who has it now
     * @param calls whether it wants their attention: it was opened, opened again or taken a level up
     */
    void told(Tx tx, Alert alert, List<Reader> readers, boolean calls, Instant at) throws SQLException;
}
