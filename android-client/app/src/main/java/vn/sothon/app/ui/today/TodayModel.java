package vn.sothon.app.ui.today;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.task.DueWork;
import vn.sothon.client.task.DueWork.When;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ItemBody;

/** The day's list and what the person looks for in it. Reading takes a moment and is not for the main thread. */
final class TodayModel {
    private final DueWork work;
    private final List<Views.Group> groups;
    private final int unsent;
    private final int alerts;

    private TodayModel(DueWork work, List<Views.Group> groups, int unsent, int alerts) {
        this.work = work;
        this.groups = groups;
        this.unsent = unsent;
        this.alerts = alerts;
    }

    static TodayModel read(Phone phone) {
        Set<UUID> begun = new HashSet<>();
        for (Draft draft : phone.store().drafts().all()) {
            if (draft.kind() == RecordKind.LOAN_USE_CHECK && draft.about().loanId() != null) {
                begun.add(draft.about().loanId());
            }
        }
        DueWork work = DueWork.of(phone.workList(), DueDates.day(phone.now()), waiting(phone), begun);
        long open = phone.alerts().all().stream()
                .filter(alert -> alert.state() == AlertState.OPEN)
                .count();
        return new TodayModel(
                work, phone.workList().groups(), phone.store().outbox().size(), (int) open);
    }

    TodayState show(String sought, @Nullable String group) {
        return new TodayState(
                work.count(When.LATE),
                work.count(When.SOON),
                work.count(When.LATER),
                work.find(sought, group),
                groups,
                group,
                unsent,
                alerts,
                work.all().isEmpty());
    }

    /** Loans whose check was sealed here and has not been answered yet: nobody should be sent to that house again. */
    private static Set<UUID> waiting(Phone phone) {
        Set<UUID> checked = new HashSet<>();
        for (BookedRecord record : phone.store().book().all()) {
            if (record.kind() == RecordKind.LOAN_USE_CHECK && record.state() == RecordState.SAVED_ON_PHONE) {
                try {
                    UUID loan =
                            Json.strict(record.item().body(), ItemBody.class).loanId();
                    if (loan != null) {
                        checked.add(loan);
                    }
                } catch (JsonRefused e) {
                    throw new IllegalStateException("this phone sealed what it cannot read", e);
                }
            }
        }
        return checked;
    }
}
