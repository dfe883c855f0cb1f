package vn.sothon.client.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.alert.AlertInbox;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.home.People.Person;
import vn.sothon.client.task.DueWork;
import vn.sothon.client.task.DueWork.When;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertState;

/**
 * What a commune leader looks at first.
 *
 * @param alerts those nobody has settled, in the inbox's order, silent phones left out
 * @param late villages with checks past their day, the most first
 * @param silent phones not heard of although there is work for their people
 */
public record CommuneDay(List<AlertItem> alerts, List<LateVillage> late, List<SilentPhone> silent) {

    /**
     * A village with late checks.
     *
     * @param code null: loans whose village no roster says
     * @param worstDays of the check that is latest
     * @param head who can be asked
     */
    public record LateVillage(
            @Nullable String code, @Nullable String name, int checks, long worstDays, @Nullable Person head) {
        LateVillage and(LateVillage other) {
            return new LateVillage(code, name, checks + other.checks, Math.max(worstDays, other.worstDays), head);
        }
    }

    /**
     * A phone not heard of.
     *
     * @param owner null: this phone does not know him or her
     * @param days since it was last heard of
     * @param loans that wait for its owner's visit
     */
    public record SilentPhone(AlertItem alert, @Nullable Person owner, int days, int loans) {}

    /** Puts it together. */
    public static CommuneDay of(DueWork work, AlertInbox inbox, People people) {
        List<AlertItem> alerts = new ArrayList<>();
        List<SilentPhone> silent = new ArrayList<>();
        for (AlertItem alert : inbox.all()) {
            if (alert.state() == AlertState.RESOLVED) {
                continue;
            }
            if (AlertRule.PHONE_SILENT.name().equals(alert.view().rule())) {
                silent.add(new SilentPhone(
                        alert,
                        people.find(alert.view().personId()).orElse(null),
                        number(alert, "days"),
                        number(alert, "loans")));
            } else {
                alerts.add(alert);
            }
        }
        silent.sort(Comparator.comparingInt(SilentPhone::days).reversed().thenComparing(phone -> phone.alert()
                .id()));
        return new CommuneDay(alerts, late(work, people), silent);
    }

    private static List<LateVillage> late(DueWork work, People people) {
        Map<String, LateVillage> villages = new HashMap<>();
        for (DueWork.Card card : work.all()) {
            if (card.when() == When.LATE) {
                String code = card.loan().villageCode();
                LateVillage one = new LateVillage(
                        code,
                        card.villageName(),
                        1,
                        -card.daysLeft(),
                        Optional.ofNullable(code).flatMap(people::headOf).orElse(null));
                villages.merge(code == null ? "" : code, one, LateVillage::and);
            }
        }
        List<LateVillage> late = new ArrayList<>(villages.values());
        late.sort(Comparator.comparingInt(LateVillage::checks)
                .thenComparingLong(LateVillage::worstDays)
                .reversed());
        return late;
    }

    private static int number(AlertItem alert, String name) {
        try {
            return Integer.parseInt(alert.view().args().getOrDefault(name, "0"));
        } catch (NumberFormatException e) {
            return 0; // a newer server says more than a number
        }
    }
}
