package vn.sothon.app.ui.home;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.home.AssociationDay;
import vn.sothon.client.home.CommuneDay;
import vn.sothon.client.home.MisuseList;
import vn.sothon.client.home.People;
import vn.sothon.client.session.Session;
import vn.sothon.client.task.DueWork;
import vn.sothon.client.task.WorkList;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.Enrolment.Grant;

/**
 * What a home shows; of the three pages, that of the role.
 *
 * @param role worked in now; null: none is held any more
 * @param several whether another could be chosen
 * @param mustChoose whether it has to be chosen first
 * @param borrowers names by loan
 * @param groups names by code
 * @param unsent records the commune has not answered for
 */
record HomeState(
        @Nullable ActingRole role,
        boolean several,
        boolean mustChoose,
        @Nullable CommuneDay commune,
        @Nullable AssociationDay association,
        @Nullable List<MisuseList.Line> misuse,
        Map<UUID, String> borrowers,
        Map<String, String> groups,
        int unsent) {

    /** Reading takes a moment and is not for the main thread. */
    static HomeState read(OpenProfile profile) {
        Phone phone = profile.phone();
        WorkList work = phone.workList();
        LocalDate today = DueDates.day(phone.now());
        ActingRole role = phone.offices().acting().orElse(null);
        People people = People.of(work);
        UUID me = phone.store()
                .sessions()
                .current()
                .map(Session::person)
                .map(person -> person.id())
                .orElse(null);
        DueWork due = DueWork.of(work, today, DueWork.sealedHere(phone.store().book()), Set.of());
        String association =
                phone.offices().office(role).map(Grant::association).orElse(null);
        Map<UUID, String> borrowers = new HashMap<>();
        work.loans().forEach(loan -> borrowers.put(loan.id(), loan.borrowerName()));
        Map<String, String> groups = new HashMap<>();
        for (Views.Group group : work.groups()) {
            groups.put(group.code(), group.name());
        }
        return new HomeState(
                role,
                phone.offices().roles().size() > 1,
                phone.offices().mustChoose(),
                role == ActingRole.COMMUNE_LEADER ? CommuneDay.of(due, phone.alerts(), people) : null,
                role == ActingRole.ASSOCIATION_OFFICER
                        ? AssociationDay.of(
                                new AssociationDay.From(
                                        work, due, phone.store().book(), profile.handedSheets(), people),
                                association,
                                me,
                                today)
                        : null,
                role == ActingRole.CREDIT_OFFICER ? MisuseList.of(work, phone.alerts(), today) : null,
                borrowers,
                groups,
                phone.store().outbox().size());
    }
}
