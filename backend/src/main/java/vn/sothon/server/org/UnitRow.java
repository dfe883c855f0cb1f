package vn.sothon.server.org;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("organisation_unit")
record UnitRow(@Id String id, String kind, String name, String areaCode) {

    OrganisationUnit unit() {
        return new OrganisationUnit(UUID.fromString(id), kind, name, areaCode);
    }
}
