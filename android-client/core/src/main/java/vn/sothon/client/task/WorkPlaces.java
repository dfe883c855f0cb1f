package vn.sothon.client.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft.Acting;
import vn.sothon.client.session.Sessions;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;

/** In which office and at which place the person of this phone works. */
public final class WorkPlaces {
    private final Sessions sessions;
    private final WorkList workList;

    public WorkPlaces(Sessions sessions, WorkList workList) {
        this.sessions = sessions;
        this.workList = workList;
    }

    /**
     * Office and place for a record.
     *
     * @param role null: the first office the person holds
     * @param groupCode the group the work is about; its place is the record's place
     * @return empty if the person holds no such office
     */
    public Optional<Acting> acting(@Nullable ActingRole role, @Nullable String groupCode, @Nullable UUID visitId) {
        List<Grant> grants = sessions.current().map(session -> session.grants()).orElse(List.of());
        return grants.stream()
                .filter(grant -> role == null || grant.role() == role)
                .findFirst()
                .map(grant -> at(grant, groupCode, visitId));
    }

    private Acting at(Grant grant, @Nullable String groupCode, @Nullable UUID visitId) {
        String code = groupCode != null ? groupCode : grant.groupCode();
        Optional<Views.Group> group = code == null ? Optional.empty() : workList.group(code);
        if (group.isPresent()) {
            return new Acting(
                    grant.role(), group.get().communeCode(), group.get().villageCode(), visitId);
        }
        for (Views.Village village : workList.villages()) {
            if (village.code().equals(grant.areaCode())) {
                return new Acting(grant.role(), village.communeCode(), village.code(), visitId);
            }
        }
        return new Acting(grant.role(), grant.areaCode(), null, visitId);
    }
}
