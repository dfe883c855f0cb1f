package vn.sothon.server.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A province (or city of that rank), a commune (or ward) or a village.
 *
 * @param successorCode the area it was merged into; what is asked of it is answered there
 * @param to its last day, once merged
 */
public record Area(
        String code,
        AreaKind kind,
        String name,
        @Nullable String parentCode,
        @Nullable String successorCode,
        LocalDate from,
        @Nullable LocalDate to,
        long version) {}
