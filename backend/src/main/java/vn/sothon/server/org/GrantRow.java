package vn.sothon.server.org;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;

@MappedEntity("person_grant")
record GrantRow(
        @Id String id,
        String personId,
        String role,
        String areaCode,
        @Nullable String groupCode,
        @Nullable String association,
        String fromDay,
        @Nullable String toDay) {

    HeldGrant held() {
        return new HeldGrant(
                UUID.fromString(id),
                new Grant(
                        ActingRole.valueOf(role),
                        areaCode,
                        groupCode,
                        association,
                        LocalDate.parse(fromDay),
                        toDay == null ? null : LocalDate.parse(toDay)));
    }
}
