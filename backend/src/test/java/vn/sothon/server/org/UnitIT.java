package vn.sothon.server.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.admin.AdminRefused;

class UnitIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void put_ofTheSameUnitTwice_isOneUnit(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            OrgService units = server.bean(OrgService.class);
            OrganisationUnit first = units.put("OFFICE", "Economic office", Commune.CODE);
            OrganisationUnit again = units.put("OFFICE", "Economic Office", Commune.CODE);
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(units.in(Commune.CODE)).containsExactly(again);
            assertThatThrownBy(() -> units.put("OFFICE", "Office", "unknown")).isInstanceOf(AdminRefused.class);
        }
    }
}
