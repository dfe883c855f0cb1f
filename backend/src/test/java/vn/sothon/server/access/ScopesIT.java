package vn.sothon.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.access.Scope.AssociationIn;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.AreaService;

class ScopesIT {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void scope_ofEachRole_isNoWiderThanItsPlace(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);

            Scope head = scope(server, Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, null));
            assertThat(head.villages()).containsExactly(Commune.FIRST);
            assertThat(head.communes()).isEmpty();
            assertThat(head.partitions()).containsExactlyInAnyOrder(Commune.CODE, Commune.PROVINCE, "VN");

            Scope leader = scope(server, Commune.grant(ActingRole.GROUP_LEADER, Commune.CODE, null));
            assertThat(leader.groups()).containsExactly("9800101");
            assertThat(leader.villages()).isEmpty();

            Scope officer = scope(server, Commune.grant(ActingRole.ASSOCIATION_OFFICER, Commune.CODE, null));
            assertThat(officer.associations()).containsExactly(new AssociationIn(Commune.CODE, "12"));
            assertThat(officer.communes()).isEmpty();

            Scope commune = scope(server, Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            assertThat(commune.communes()).containsExactly(Commune.CODE);

            Scope viewer = scope(server, Commune.grant(ActingRole.PROVINCE_VIEWER, Commune.PROVINCE, null));
            assertThat(viewer.communes()).isEmpty();
            assertThat(viewer.partitions()).containsExactlyInAnyOrder(Commune.PROVINCE, "VN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void scope_whenAGrantEnds_losesItsPlace(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            Grant ended = Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, TODAY.minusDays(1));
            Scope scope = scope(server, ended);
            assertThat(scope.villages()).isEmpty();
            assertThat(scope.partitions()).containsExactly("VN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void scope_afterAMerger_isTheSuccessorWithWhatItTookInAndHasAnotherFingerprint(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            new Commune(server);
            Grant grant = Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, null);
            Scope before = scope(server, grant);
            server.bean(AreaService.class).merge(Commune.FIRST, Commune.SECOND, TODAY);
            Scope after = scope(server, grant);
            assertThat(after.villages()).containsExactlyInAnyOrder(Commune.SECOND, Commune.FIRST);
            assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
            assertThat(scope(server, grant).fingerprint()).isEqualTo(after.fingerprint());
        }
    }

    private static final UUID SOMEBODY = UUID.randomUUID();

    private static Scope scope(RunningServer server, Grant grant) {
        Caller caller = new Caller(UUID.randomUUID(), SOMEBODY, "key", List.of(grant), null);
        return server.bean(Scopes.class).of(caller, TODAY);
    }
}
