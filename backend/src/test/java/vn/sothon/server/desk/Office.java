package vn.sothon.server.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.access.Scope;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.RosterTale;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** People of a commune whose rosters a {@link RosterTale} tells. */
final class Office {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    final RunningServer server;
    final RosterTale tale;

    Office(RunningServer server) {
        this.server = server;
        this.tale = new RosterTale(server);
    }

    UUID person(String name, ActingRole role, String area, @Nullable String group, @Nullable String association) {
        return server.bean(PeopleService.class)
                .add(new NewPerson(name, null, List.of(new Grant(role, area, group, association, START, null))))
                .id();
    }

    UUID leader(String name) {
        return person(name, ActingRole.COMMUNE_LEADER, tale.commune, null, null);
    }

    Scope scope(UUID personId) {
        return new Scope(personId, Set.of(), Set.of(tale.commune), Set.of(), Set.of(), Set.of());
    }

    Typist typist(UUID leader) {
        return new Typist(leader, ActingRole.COMMUNE_LEADER, scope(leader));
    }

    SealingPhone phone(UUID person) throws Exception {
        String code = server.bean(EnrolmentService.class)
                .makeCode(person, EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    LocalDate today() {
        return server.bean(ServerClock.class).today();
    }

    void sql(String sql, Object... values) {
        server.bean(Writer.class).write(tx -> Sql.update(tx.connection(), sql, values));
    }
}
