package vn.sothon.model.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An absent list on the wire is an empty one in the model. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
