package vn.sothon.server.platform.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a disk that failed from a statement that was wrong. */
final class StorageFailure {
    /** SQLITE_IOERR; the driver answers the primary code. PostgreSQL's driver answers no code at all. */
    private static final int SQLITE_IOERR = 10;

    private static final int DEEPEST = 32;

    private StorageFailure() {}

    /**
     * Whether the disk failed beneath it: an I/O error of SQLite, of PostgreSQL class 58 (system error), XX001 or XX002
     * (corrupted data). The rest of class XX can be one statement's own misfortune.
     */
    static boolean isIn(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof SQLException sql && isStorage(sql.getErrorCode(), sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isStorage(int code, @Nullable String state) {
        return code == SQLITE_IOERR
                || (state != null && (state.startsWith("58") || state.equals("XX001") || state.equals("XX002")));
    }
}
