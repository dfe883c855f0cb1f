package vn.sothon.server;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;

/** A commune of tests: one province, one commune, two villages. */
public final class Commune {
    public static final String PROVINCE = "98";
    public static final String CODE = "98001";
    public static final String FIRST = "98001001";
    public static final String SECOND = "98001002";
    public static final LocalDate START = LocalDate.parse("2026-01-01");

    private final RunningServer server;

    public Commune(RunningServer server) {
        this.server = server;
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea(PROVINCE, AreaKind.PROVINCE, "Province of tests", null, START),
                        new NewArea(CODE, AreaKind.COMMUNE, "Commune of tests", PROVINCE, START),
                        new NewArea(FIRST, AreaKind.VILLAGE, "First village", CODE, START),
                        new NewArea(SECOND, AreaKind.VILLAGE, "Second village", CODE, START)));
    }

    public static Grant grant(ActingRole role, String area, @Nullable LocalDate to) {
        return new Grant(
                role,
                area,
                role == ActingRole.GROUP_LEADER ? "9800101" : null,
                role == ActingRole.ASSOCIATION_OFFICER ? "12" : null,
                START,
                to);
    }

    public Person person(String name, Grant... grants) {
        return server.bean(PeopleService.class).add(new NewPerson(name, null, List.of(grants)));
    }

    public Person villageHead() {
        return person("Head of the first village", grant(ActingRole.VILLAGE_HEAD, FIRST, null));
    }

    public String code(Person person) {
        return server.bean(EnrolmentService.class)
                .makeCode(person.id(), EnrolmentService.ON_PAPER)
                .text();
    }
}
