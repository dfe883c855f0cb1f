package vn.sothon.client.task;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft.Acting;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;

/** In which office and at which place the person of this phone works. */
public final class WorkPlaces {
    private final Offices offices;
    private final WorkList workList;

    public WorkPlaces(Offices offices, WorkList workList) {
        this.offices = offices;
        this.workList = workList;
    }

    /**
     * Office and place for a record.
     *
     * @param role null: the office the person works in now
     * @param groupCode the group the work is about; its place is the record's place
     * @return empty if the person holds no such office
     */
    public Optional<Acting> acting(@Nullable ActingRole role, @Nullable String groupCode, @Nullable UUID visitId) {
        return offices.office(role).map(grant -> at(grant, groupCode, visitId));
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
