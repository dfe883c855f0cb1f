package vn.sothon.app.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.robolectric.RuntimeEnvironment;
import vn.sothon.app.TestApp;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.Phone;
import vn.sothon.client.session.Session;
import vn.sothon.client.task.PulledRow;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.Enrolment;

/** The phone of a village head who has enrolled, set a PIN and pulled a few loans. */
public final class FurnishedPhone {
    public static final String PIN = "274913";
    public static final String BORROWER = "Hoàng Thị Phượng";
    static final String COMMUNE = "980001";
    static final String VILLAGE = "98000101";

    private FurnishedPhone() {}

    /** Furnishes the test's phone and leaves it unlocked. */
    public static OpenProfile unlocked() throws Exception {
        return unlocked(
                new Enrolment.PersonView(UUID.randomUUID(), "Lò Văn Trưởng"),
                List.of(new Enrolment.Grant(
                        ActingRole.VILLAGE_HEAD, VILLAGE, null, null, LocalDate.of(2026, 1, 1), null)),
                List.of());
    }

    /**
     * The same phone in another's hand.
     *
     * @param more rows beside those of the village
     */
    static OpenProfile unlocked(Enrolment.PersonView person, List<Enrolment.Grant> grants, List<PulledRow> more)
            throws Exception {
        OpenProfile profile =
                ((TestApp) RuntimeEnvironment.getApplication()).services().newProfile();
        Phone phone = profile.phone();
        phone.store()
                .sessions()
                .save(new Session(
                        "https://xa.test",
                        null,
                        UUID.randomUUID(),
                        1,
                        UUID.randomUUID(),
                        "token",
                        person,
                        grants,
                        null,
                        null,
                        null,
                        null,
                        false));
        List<PulledRow> rows = rows(DueDates.day(phone.now()));
        rows.addAll(more);
        phone.store().rows().stage(rows, List.of(), "1");
        phone.store().rows().swapIn("1");
        profile.pin().set(PIN);
        profile.lock().unlock();
        return profile;
    }

    private static List<PulledRow> rows(LocalDate today) {
        List<PulledRow> rows = new ArrayList<>();
        put(rows, "village", VILLAGE, new Views.Village(VILLAGE, "Thôn Một", COMMUNE));
        put(rows, "group", "9800011", new Views.Group("9800011", "Tổ 1 Hội Nông dân", COMMUNE, VILLAGE, "11", "Ka Sô"));
        put(rows, "group", "9800012", new Views.Group("9800012", "Tổ 2 Hội Phụ nữ", COMMUNE, VILLAGE, "12", "Y Thoan"));
        put(rows, "programme", "01", new Views.Programme("01", "Cho vay hộ nghèo"));
        put(rows, "programme", "06", new Views.Programme("06", "Nước sạch và vệ sinh môi trường nông thôn"));
        loan(
                rows,
                1,
                BORROWER,
                "9800011",
                "01",
                80_500_000,
                today.minusDays(35),
                today.minusDays(5),
                "Mua trâu, bò sinh sản");
        loan(rows, 2, "A Nghĩa", "9800011", "06", 20_000_000, today.minusDays(25), today.plusDays(5), null);
        loan(
                rows,
                3,
                "Nguyễn Thị Thanh Xuân",
                "9800012",
                "01",
                100_000_000,
                today.minusDays(10),
                today.plusDays(20),
                "Trồng cà phê");
        PlanTask task = new PlanTask(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Kế hoạch tín dụng chính sách",
                PlanLevel.COMMUNE,
                COMMUNE,
                "VI.2",
                "Kiểm tra việc sử dụng vốn vay của các hộ trong vòng 30 ngày kể từ ngày giải ngân",
                List.of("Trưởng thôn"),
                List.of(),
                List.of(),
                List.of("Phiếu kiểm tra"),
                new TimeFrame(null, TimeFrame.Kind.ONGOING, null),
                List.of(Acceptance.named(RecordSubject.LOAN, "Kiểm tra việc sử dụng vốn vay")),
                LocalDate.of(2026, 1, 1),
                null);
        put(rows, "planTask", task.id().toString(), task);
        AlertView alert = new AlertView(
                new UUID(9, 1),
                "PURPOSE_MISUSED",
                AlertSeverity.WARNING,
                AlertState.OPEN,
                COMMUNE,
                VILLAGE,
                "9800011",
                null,
                new UUID(7, 1),
                null,
                null,
                null,
                Map.of("misusedDong", "5000000", "receivedDong", "80500000"),
                1,
                Instant.now(),
                null,
                0,
                null,
                ActingRole.VILLAGE_HEAD,
                true,
                null,
                null);
        put(rows, "alert", alert.id().toString(), alert);
        return rows;
    }

    private static void loan(
            List<PulledRow> rows,
            int number,
            String name,
            String group,
            String programme,
            long sum,
            LocalDate paid,
            LocalDate due,
            String purpose) {
        UUID id = new UUID(7, number);
        put(
                rows,
                "loan",
                id.toString(),
                new Views.Loan(
                        id,
                        "660098000100001" + number,
                        COMMUNE,
                        VILLAGE,
                        group,
                        name,
                        programme,
                        purpose,
                        sum,
                        paid,
                        paid.plusYears(3),
                        sum,
                        0L,
                        "OPEN",
                        null,
                        paid));
        UUID owed = new UUID(8, number);
        put(rows, "obligation", owed.toString(), new Views.Obligation(owed, id, "POST_DISBURSEMENT", due, null));
    }

    static void put(List<PulledRow> rows, String type, String id, Object view) {
        rows.add(new PulledRow(type, id, 1, Json.write(view)));
    }
}
