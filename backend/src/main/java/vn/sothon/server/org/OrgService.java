package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.id.Uuid5;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;

/** Registers the bodies that plans name, and says which there are. */
@Singleton
public class OrgService {
    private static final UUID UNITS = UUID.fromString("0b7ad1c4-6a3e-5d0f-9f0e-3c1f5f2a7b10");
    private final Writer writer;
    private final UnitRows rows;
    private final AreaLookup areas;

    OrgService(Writer writer, UnitRows rows, AreaLookup areas) {
        this.writer = writer;
        this.rows = rows;
        this.areas = areas;
    }

    /** Registers a unit; the same kind and name in the same place is the same unit. */
    public OrganisationUnit put(String kind, String name, String areaCode) {
        if (areas.find(areaCode).isEmpty()) {
            throw new AdminRefused("UNKNOWN_AREA", "No area has the code " + areaCode + ".");
        }
        UUID id = Uuid5.of(UNITS, areaCode + "\n" + kind + "\n" + SearchName.of(name));
        writer.write(tx -> rows.put(id.toString(), kind, name.strip(), areaCode));
        return find(id).orElseThrow();
    }

    public Optional<OrganisationUnit> find(UUID id) {
        return rows.find(id.toString()).map(UnitRow::unit);
    }

    public List<OrganisationUnit> in(String areaCode) {
        return rows.in(areaCode).stream().map(UnitRow::unit).toList();
    }
}
