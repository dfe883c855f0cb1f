package vn.sothon.app.ui.alerts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.home.People;
import vn.sothon.client.home.People.Person;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;

/**
 * An alert with the names that its row leaves out.
 *
 * @param about the borrower, the group or the person; null where this phone knows none of them
 * @param asked who was asked to see to it; null: nobody, or nobody this phone knows
 * @param mine whether that is this person
 * @param answering whom this person may ask
 * @param concerned whom one may call about it: the owner of a silent phone
 */
record AlertLine(
        AlertItem item,
        @Nullable String about,
        @Nullable Person asked,
        boolean mine,
        List<Person> answering,
        @Nullable Person concerned) {
    /** Offices that give work to others. */
    private static final Set<ActingRole> GIVING =
            EnumSet.of(ActingRole.COMMUNE_LEADER, ActingRole.ASSOCIATION_OFFICER, ActingRole.CREDIT_OFFICER);

    /** The inbox in its order; reading takes a moment and is not for the main thread. */
    static List<AlertLine> read(Phone phone) {
        Map<UUID, String> borrowers = new HashMap<>();
        for (Views.Loan loan : phone.workList().loans()) {
            borrowers.put(loan.id(), loan.borrowerName());
        }
        Map<String, String> groups = new HashMap<>();
        for (Views.Group group : phone.workList().groups()) {
            groups.put(group.code(), group.name());
        }
        People people = People.of(phone.workList());
        UUID me = phone.store()
                .sessions()
                .current()
                .map(session -> session.person().id())
                .orElse(null);
        List<AlertLine> lines = new ArrayList<>();
        for (AlertItem item : phone.alerts().all()) {
            UUID loan = item.view().loanId();
            String group = item.view().groupCode();
            Person concerned = people.find(item.view().personId()).orElse(null);
            String about = loan == null ? null : borrowers.get(loan);
            if (about == null && group != null) {
                about = groups.get(group);
            }
            if (about == null && concerned != null) {
                about = concerned.name();
            }
            ActingRole role = item.view().role();
            boolean gives = item.canAssign() && role != null && GIVING.contains(role);
            lines.add(new AlertLine(
                    item,
                    about,
                    people.find(item.assignedTo()).orElse(null),
                    me != null && me.equals(item.assignedTo()),
                    gives ? people.answering(item.view(), me) : List.of(),
                    concerned));
        }
        return lines;
    }
}
