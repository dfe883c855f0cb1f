package vn.sothon.server.org;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("area")
record AreaRow(
        @Id String code,
        String kind,
        String name,
        @Nullable String parentCode,
        @Nullable String successorCode,
        String fromDay,
        @Nullable String toDay,
        long version) {

    Area area() {
        return new Area(
                code,
                AreaKind.valueOf(kind),
                name,
                parentCode,
                successorCode,
                LocalDate.parse(fromDay),
                toDay == null ? null : LocalDate.parse(toDay),
                version);
    }
}
