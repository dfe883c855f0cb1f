package vn.sothon.client.store;

import org.jspecify.annotations.Nullable;

/** One row of an answer; columns count from 0. */
public interface Row {
    String text(int column);

    @Nullable
    String textOrNull(int column);

    long number(int column);

    /** Turns a row into a value. */
    interface Reader<T> {
        T read(Row row);
    }
}
