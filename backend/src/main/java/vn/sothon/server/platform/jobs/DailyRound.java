package vn.sothon.server.platform.jobs;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.sothon.server.platform.db.Tx;

/** Work that comes round by the calendar of Viet Nam; made twice on one day it must change nothing the second time. */
public interface DailyRound {
    /** A name no other round has; it is kept with the days on which the round was made. */
    String name();

    /** When it begins, by the clock of Viet Nam. */
    LocalTime at();

    default boolean fallsOn(LocalDate day) {
        return true;
    }

    /** Whether a server that was down at the hour makes the round at its start rather than at the next day's hour. */
    default boolean isMadeUp() {
        return true;
    }

    /** Asked at a start that finds today's round not made. */
    default boolean isNeedlessToday(Tx tx) throws SQLException {
        return false;
    }

    /** Makes the round, in as many writing works of its own as it needs. */
    void run();
}
