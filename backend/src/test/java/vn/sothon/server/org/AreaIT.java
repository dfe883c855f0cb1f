package vn.sothon.server.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.admin.AdminRefused;

class AreaIT {
    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void path_ofAVillage_goesUpToTheProvince(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            AreaLookup areas = server.bean(AreaLookup.class);
            assertThat(areas.path(Commune.FIRST)).containsExactly(Commune.FIRST, Commune.CODE, Commune.PROVINCE);
            assertThat(areas.path(Commune.CODE)).containsExactly(Commune.CODE, Commune.PROVINCE);
            assertThat(areas.path("unknown")).isEmpty();
            assertThat(areas.partition(Commune.FIRST)).hasValue(Commune.CODE);
            assertThat(areas.partition("VN")).hasValue("VN");
            assertThat(FeedRows.of(server, Commune.CODE))
                    .containsExactlyInAnyOrder(
                            "village 98001001 {\"code\":\"98001001\",\"name\":\"First village\",\"communeCode\":\"98001\"}",
                            "village 98001002 {\"code\":\"98001002\",\"name\":\"Second village\",\"communeCode\":\"98001\"}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void path_afterMergers_followsTheSuccessors(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            AreaService service = server.bean(AreaService.class);
            AreaLookup areas = server.bean(AreaLookup.class);
            service.put(new NewArea("98002", AreaKind.COMMUNE, "Next commune", Commune.PROVINCE, Commune.START));
            assertThat(areas.path(Commune.FIRST)).contains(Commune.CODE);

            service.merge(Commune.FIRST, Commune.SECOND, DAY);
            service.merge(Commune.CODE, "98002", DAY);

            assertThat(areas.path(Commune.FIRST)).containsExactly(Commune.SECOND, "98002", Commune.PROVINCE);
            assertThat(areas.find(Commune.FIRST).orElseThrow().to()).isEqualTo(DAY.minusDays(1));
            assertThat(FeedRows.of(server, Commune.CODE)).isEmpty();
            assertThat(FeedRows.of(server, "98002"))
                    .containsExactly(
                            "village 98001002 {\"code\":\"98001002\",\"name\":\"Second village\",\"communeCode\":\"98002\"}");
            assertThatThrownBy(() -> service.merge("98002", Commune.CODE, DAY))
                    .isInstanceOfSatisfying(
                            AdminRefused.class, e -> assertThat(e.code()).isEqualTo("MERGED_IN_A_CIRCLE"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void put_whatCannotBe_isRefusedAndChangesNothing(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            AreaService service = server.bean(AreaService.class);
            NewArea orphan = new NewArea("98003", AreaKind.COMMUNE, "Orphan", "97", null);
            assertThatThrownBy(() -> service.put(orphan)).isInstanceOf(AdminRefused.class);
            NewArea misplaced = new NewArea("98003", AreaKind.VILLAGE, "Misplaced", Commune.PROVINCE, null);
            assertThatThrownBy(() -> service.put(misplaced)).isInstanceOf(AdminRefused.class);
            NewArea other = new NewArea(Commune.CODE, AreaKind.PROVINCE, "Other", null, null);
            assertThatThrownBy(() -> service.put(other)).isInstanceOf(AdminRefused.class);
            assertThat(server.bean(AreaLookup.class).all()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void put_knownAreaWithAnotherName_renamesIt(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            server.bean(AreaService.class)
                    .put(new NewArea(Commune.FIRST, AreaKind.VILLAGE, "New name", Commune.CODE, null));
            Area area = server.bean(AreaLookup.class).find(Commune.FIRST).orElseThrow();
            assertThat(area.name()).isEqualTo("New name");
            assertThat(area.version()).isEqualTo(2);
            assertThat(FeedRows.of(server, Commune.CODE)).anyMatch(row -> row.contains("New name"));
        }
    }
}
