package vn.sothon.app.ui.today;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.client.Phone;
import vn.sothon.client.record.Draft;
import vn.sothon.client.task.DueWork;
import vn.sothon.client.task.DueWork.When;
import vn.sothon.client.task.Offices;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;

/** The day's list and what the person looks for in it. Reading takes a moment and is not for the main thread. */
final class TodayModel {
    /** Offices that look at more than a village or a group first. */
    private static final Set<ActingRole> WITH_A_HOME =
            EnumSet.of(ActingRole.COMMUNE_LEADER, ActingRole.ASSOCIATION_OFFICER, ActingRole.CREDIT_OFFICER);

    private final DueWork work;
    private final List<Views.Group> groups;
    private final int unsent;
    private final int alerts;
    private final Office office;

    /**
     * The office worked in.
     *
     * @param role null: none is held any more
     */
    private record Office(@Nullable ActingRole role, boolean several, boolean mustChoose) {}

    private TodayModel(DueWork work, List<Views.Group> groups, int unsent, int alerts, Office office) {
        this.work = work;
        this.groups = groups;
        this.unsent = unsent;
        this.alerts = alerts;
        this.office = office;
    }

    /** The first screen of this person. */
    Destination home() {
        if (office.mustChoose) {
            return Destination.ROLE;
        }
        return office.role != null && WITH_A_HOME.contains(office.role) ? Destination.HOME : Destination.TODAY;
    }

    static TodayModel read(Phone phone) {
        Set<UUID> begun = new HashSet<>();
        for (Draft draft : phone.store().drafts().all()) {
            if (draft.kind() == RecordKind.LOAN_USE_CHECK && draft.about().loanId() != null) {
                begun.add(draft.about().loanId());
            }
        }
        DueWork work = DueWork.of(
                phone.workList(),
                DueDates.day(phone.now()),
                DueWork.sealedHere(phone.store().book()),
                begun);
        long open = phone.alerts().all().stream()
                .filter(alert -> alert.state() == AlertState.OPEN)
                .count();
        Offices offices = phone.offices();
        return new TodayModel(
                work,
                phone.workList().groups(),
                phone.store().outbox().size(),
                (int) open,
                new Office(offices.acting().orElse(null), offices.roles().size() > 1, offices.mustChoose()));
    }

    TodayState show(String sought, @Nullable String group, @Nullable String village) {
        List<DueWork.Card> found = work.find(sought, group, village);
        return new TodayState(
                work.count(When.LATE),
                work.count(When.SOON),
                work.count(When.LATER),
                found,
                groups,
                group,
                unsent,
                alerts,
                work.all().isEmpty(),
                villageName(village),
                office.several ? office.role : null);
    }

    private @Nullable String villageName(@Nullable String code) {
        return work.all().stream()
                .filter(card -> code != null && code.equals(card.loan().villageCode()) && card.villageName() != null)
                .map(DueWork.Card::villageName)
                .findFirst()
                .orElse(null);
    }
}
