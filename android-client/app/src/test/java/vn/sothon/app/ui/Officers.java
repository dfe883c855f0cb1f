package vn.sothon.app.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.task.PulledRow;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Contact;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Enrolment.PersonView;
import vn.sothon.model.sync.PhoneNumber;

/** Phones of those who see to a whole commune, with colleagues, numbers, a silent phone and a finding. */
public final class Officers {
    static final UUID HEAD = new UUID(4, 1);
    static final String HEAD_NAME = "Lò Văn Trưởng";
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

    private Officers() {}

    public static OpenProfile leader() throws Exception {
        return holding(ActingRole.COMMUNE_LEADER);
    }

    /** A person of one or several roles. */
    public static OpenProfile holding(ActingRole... roles) throws Exception {
        List<Grant> grants = new ArrayList<>();
        for (ActingRole role : roles) {
            grants.add(grant(role));
        }
        return FurnishedPhone.unlocked(
                new PersonView(new UUID(4, 9), roles.length == 1 ? "Y Hạnh" : "Ksor Lan"),
                grants,
                rows(roles[roles.length - 1]));
    }

    private static Grant grant(ActingRole role) {
        return new Grant(
                role,
                role == ActingRole.VILLAGE_HEAD ? FurnishedPhone.VILLAGE : FurnishedPhone.COMMUNE,
                role == ActingRole.GROUP_LEADER ? "9800011" : null,
                role == ActingRole.ASSOCIATION_OFFICER ? "11" : null,
                LONG_AGO,
                null);
    }

    private static List<PulledRow> rows(ActingRole reader) {
        List<PulledRow> rows = new ArrayList<>();
        person(rows, HEAD, HEAD_NAME, ActingRole.VILLAGE_HEAD, "0912345678");
        person(rows, new UUID(4, 2), "Nguyễn Thị Kiều Oanh", ActingRole.CREDIT_OFFICER, "0987654321");
        person(rows, new UUID(4, 3), "A Brâu", ActingRole.ASSOCIATION_OFFICER, null);
        UUID given = new UUID(8, 20);
        FurnishedPhone.put(
                rows,
                "obligation",
                given.toString(),
                new Views.Obligation(given, null, "GROUP_YEARLY", LONG_AGO.plusMonths(1), null, "9800012", HEAD));
        alert(
                rows,
                1,
                AlertRule.PURPOSE_MISUSED,
                null,
                Map.of("misusedDong", "5000000", "receivedDong", "80500000"),
                reader);
        alert(rows, 2, AlertRule.PHONE_SILENT, HEAD, Map.of("days", "9", "loans", "3"), reader);
        alert(rows, 3, AlertRule.MISAPPROPRIATION, null, Map.of("groupName", "Tổ 1 Hội Nông dân"), reader);
        return rows;
    }

    private static void person(List<PulledRow> rows, UUID id, String name, ActingRole role, @Nullable String number) {
        FurnishedPhone.put(rows, "person", id.toString(), new Contact(id, name, List.of(grant(role))));
        if (number != null) {
            FurnishedPhone.put(rows, "phoneNumber", id.toString(), new PhoneNumber(id, number));
        }
    }

    private static void alert(
            List<PulledRow> rows,
            int number,
            AlertRule rule,
            @Nullable UUID person,
            Map<String, String> args,
            ActingRole reader) {
        AlertView view = new AlertView(
                new UUID(9, number),
                rule.name(),
                AlertSeverity.CRITICAL,
                AlertState.OPEN,
                FurnishedPhone.COMMUNE,
                person == null ? FurnishedPhone.VILLAGE : null,
                person == null ? "9800011" : null,
                null,
                rule == AlertRule.PURPOSE_MISUSED ? new UUID(7, 1) : null,
                person,
                null,
                null,
                args,
                1,
                Instant.now().minus(Duration.ofDays(number == 1 ? 0 : 8)),
                null,
                0,
                null,
                reader,
                true,
                null,
                null);
        FurnishedPhone.put(rows, "alert", view.id().toString(), view);
    }
}
