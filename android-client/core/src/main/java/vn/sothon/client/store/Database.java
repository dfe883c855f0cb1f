package vn.sothon.client.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phone's SQLite file. Statements keep to SQLite 3.18 (Android 8): no upsert, no RETURNING, no window functions. */
public interface Database extends Transactions, AutoCloseable {
    /** Runs one changing statement and says how many rows it touched; arguments are text, whole numbers or null. */
    int update(String sql, @Nullable Object... arguments);

    <T> List<T> query(String sql, Row.Reader<T> reader, @Nullable Object... arguments);

    @Override
    void close();
}
