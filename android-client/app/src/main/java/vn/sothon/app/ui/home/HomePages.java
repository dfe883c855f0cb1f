package vn.sothon.app.ui.home;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.RoleWords;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.home.AssociationDay;
import vn.sothon.client.home.CommuneDay;
import vn.sothon.client.home.MisuseList;
import vn.sothon.client.home.People.Person;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.alert.AlertState;

/** What stands on the page of each office. */
final class HomePages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    /** So many alerts stand on the first page itself. */
    private static final int ALERTS_SHOWN = 3;

    private final HomeActivity home;
    private final Page page;
    private final Cards cards;
    private final HomeState state;
    private final AlertSentences words;

    HomePages(HomeActivity home, Page page, HomeState state) {
        this.home = home;
        this.page = page;
        this.cards = new Cards(home, page);
        this.state = state;
        this.words = AlertSentences.in(
                home.getResources().getConfiguration().getLocales().get(0));
    }

    /** Alerts first, then what is late by village, then phones nobody has heard of. */
    void commune(CommuneDay day) {
        page.text(home.getString(
                R.string.home_counts,
                day.alerts().size(),
                day.late().stream().mapToInt(CommuneDay.LateVillage::checks).sum(),
                day.silent().size()));
        if (day.alerts().isEmpty()) {
            page.text(home.getText(R.string.home_alerts_none));
        } else {
            page.question(home.getString(R.string.home_alerts, day.alerts().size()));
        }
        day.alerts().stream().limit(ALERTS_SHOWN).forEach(this::alert);
        if (day.alerts().size() > ALERTS_SHOWN) {
            page.choice(
                    home.getString(R.string.home_alerts_all, day.alerts().size()),
                    false,
                    () -> home.go(Destination.ALERTS.intent(home)));
        }
        page.question(home.getText(R.string.home_late));
        if (day.late().isEmpty()) {
            page.text(home.getText(R.string.home_late_none));
        }
        day.late().forEach(this::village);
        page.question(home.getText(R.string.home_silent));
        if (day.silent().isEmpty()) {
            page.text(home.getText(R.string.home_silent_none));
        }
        day.silent().forEach(this::silent);
    }

    private void alert(AlertItem item) {
        cards.card(about(item))
                .tag(words.title(item.view().rule()), false)
                .more(home.getText(stateOf(item)))
                .opens(() -> open(item));
    }

    private void village(CommuneDay.LateVillage village) {
        cards.card(village.name() == null ? home.getText(R.string.home_no_village) : village.name())
                .tag(home.getString(R.string.home_late_checks, village.checks()), true)
                .more(home.getString(R.string.home_late_worst, village.worstDays()))
                .opens(() -> home.go(home.list().putExtra(Destination.VILLAGE, village.code())))
                .calls(village.head());
    }

    private void silent(CommuneDay.SilentPhone phone) {
        Person owner = phone.owner();
        cards.card(owner == null ? home.getText(R.string.home_unknown) : owner.name())
                .tag(home.getString(R.string.home_silent_days, phone.days()), false)
                .more(lines(
                        owner == null ? null : office(owner),
                        home.getString(R.string.home_silent_loans, phone.loans()),
                        owner != null && owner.number() == null ? home.getString(R.string.call_no_number) : null))
                .opens(() -> open(phone.alert()))
                .calls(owner);
    }

    /** Groups, papers to carry to the bank, and what others were asked to do. */
    void association(AssociationDay day, Consumer<UUID> handed) {
        page.question(home.getText(R.string.home_groups));
        if (day.groups().isEmpty()) {
            page.text(home.getText(R.string.home_groups_none));
        }
        day.groups().forEach(this::group);
        page.question(home.getText(R.string.home_sheets));
        if (day.sheets().isEmpty()) {
            page.text(home.getText(R.string.home_sheets_none));
        }
        for (AssociationDay.SheetLine sheet : day.sheets()) {
            cards.card(sheet.group() == null ? home.getText(R.string.kind_sheet) : sheet.group())
                    .more(home.getString(R.string.home_sheet, DAY.format(sheet.sealedOn()), sheet.customers()))
                    .button(home.getText(R.string.home_sheet_handed), () -> handed.accept(sheet.recordId()));
        }
        page.question(home.getText(R.string.home_given));
        if (day.given().isEmpty()) {
            page.text(home.getText(R.string.home_given_none));
        }
        for (AssociationDay.GivenLine given : day.given()) {
            Person person = given.person();
            cards.card(person == null ? home.getText(R.string.home_unknown) : person.name())
                    .more(lines(
                            person == null ? null : office(person),
                            home.getString(R.string.home_given_checks, given.checks(), given.late())))
                    .calls(person);
        }
    }

    private void group(AssociationDay.GroupLine group) {
        Long inspection = group.inspection();
        boolean nothing = group.late() + group.soon() == 0;
        boolean late = group.late() > 0;
        cards.card(group.name())
                .tag(
                        nothing
                                ? home.getText(R.string.home_group_fine)
                                : home.getString(R.string.home_group_owed, group.late(), group.soon()),
                        late)
                .more(lines(
                        group.leader() == null ? null : home.getString(R.string.home_group_leader, group.leader()),
                        inspection == null ? null : inspection(inspection)))
                .opens(() -> home.go(home.list().putExtra(Destination.GROUP, group.code())));
    }

    private String inspection(long days) {
        return days < 0
                ? home.getString(R.string.home_group_inspect_late, -days)
                : home.getString(R.string.home_group_inspect, days);
    }

    /** Findings with the clock that runs. */
    void credit(List<MisuseList.Line> lines) {
        if (lines.isEmpty()) {
            page.text(home.getText(R.string.home_misuse_none));
        } else {
            page.text(home.getText(R.string.home_misuse_text));
        }
        for (MisuseList.Line line : lines) {
            AlertItem item = line.alert();
            cards.card(about(item))
                    .tag(clock(line.daysLeft()), line.daysLeft() < 0)
                    .more(lines(
                            home.getString(R.string.home_misuse_deadline, DAY.format(line.deadline())),
                            words.say(item.view()),
                            home.getString(stateOf(item))))
                    .opens(() -> open(item));
        }
    }

    private String clock(int daysLeft) {
        if (daysLeft == 0) {
            return home.getString(R.string.home_misuse_today);
        }
        return daysLeft < 0
                ? home.getString(R.string.home_misuse_late, -daysLeft)
                : home.getString(R.string.home_misuse_left, daysLeft);
    }

    private CharSequence about(AlertItem item) {
        UUID loan = item.view().loanId();
        String group = item.view().groupCode();
        String name = loan == null ? null : state.borrowers().get(loan);
        if (name == null && group != null) {
            name = state.groups().get(group);
        }
        return name == null ? words.title(item.view().rule()) : name;
    }

    private String office(Person person) {
        String role = home.getString(RoleWords.of(person.role()));
        return person.places().isEmpty() ? role : role + " · " + String.join(", ", person.places());
    }

    private void open(AlertItem item) {
        home.go(Destination.ALERTS
                .intent(home)
                .putExtra(Destination.ALERT, item.id().toString()));
    }

    private static int stateOf(AlertItem item) {
        return item.state() == AlertState.OPEN ? R.string.alert_open : R.string.alert_acknowledged;
    }

    private static String lines(@Nullable String... said) {
        List<String> lines = new ArrayList<>();
        for (String line : said) {
            if (line != null && !line.isEmpty()) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }
}
