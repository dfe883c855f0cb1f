package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.Commune;
import vn.sothon.server.TestClock;
import vn.sothon.server.alert.AlertRounds;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterService;
import vn.sothon.server.loan.RosterSource;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.loan.importer.RosterReader;
import vn.sothon.server.loan.importer.SampleCommune;
import vn.sothon.server.loan.importer.SampleRoster;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.Person;
import vn.sothon.server.sync.push.SealingPhone;
import vn.sothon.server.sync.push.SealingPhone.Draft;

/**
 * A commune of five villages that works for ten weeks: heads of all villages but the first check loans and write minutes,
 * and find what is found in life. Everything goes through rosters, phones and daily rounds, as it would.
 */
final class BusyCommune {
    static final int WEEKS = 10;
    private static final List<String> VILLAGES =
            List.of("Thôn Cồn Gió", "Thôn Bãi Trên", "Thôn Bãi Dưới", "Thôn Đồi Sim", "Thôn Lạch Nam");
    private static final List<String> HEADS =
            List.of("", "Trần Văn Hòa", "Nguyễn Thị Mai", "Lê Đình Tâm", "Phạm Thị Sen");
    private static final List<String> GROUP_LEADERS = List.of(
            "Đặng Thị Lý",
            "Hồ Văn Bền",
            "Võ Thị Hạnh",
            "Cao Văn Tứ",
            "Bùi Thị Nga",
            "Mai Văn Phúc",
            "Đỗ Thị Xuân",
            "Lương Văn Khải",
            "Hà Thị Dung",
            "Ngô Văn Sáu");
    private static final Map<String, String> ASSOCIATIONS =
            new LinkedHashMap<>(Map.of("11", "Hội Nông dân", "12", "Hội Phụ nữ", "13", "Hội Cựu chiến binh"));
    private static final List<String> USES =
            List.of("mua 2 bò cái sinh sản", "đóng bể nuôi cá lồng", "trồng 1 ha keo lai", "xây nhà vệ sinh, bể nước");
    private static final int[] CHECKS_OF_WEEK = {3, 5, 2, 6, 4, 7, 3, 5, 8, 4};
    private static final int LOANS = 80;
    private static final double LATITUDE = 18.332;
    private static final double LONGITUDE = 105.904;
    private static final double[][] CENTRES = {{0, 0}, {.021, -.018}, {-.016, .024}, {.018, .031}, {-.022, -.027}};

    private final RunningServer server;
    private final Commune commune;
    private final TestClock clock;
    private final Path folder;
    private final Random random = new Random(11);
    private final List<SealingPhone> phones = new ArrayList<>();
    private final List<LoanRow> toCheck = new ArrayList<>();
    private final Map<String, UUID> recommendations = new LinkedHashMap<>();
    private String last = "";
    private int checks;

    BusyCommune(RunningServer server, Commune commune, TestClock clock, Path folder) {
        this.server = server;
        this.commune = commune;
        this.clock = clock;
        this.folder = folder;
    }

    static String village(int index) {
        return Commune.CODE + "00" + (index + 1);
    }

    /** Gives the commune its names, villages and loans. */
    void settles() throws IOException {
        List<NewArea> areas = new ArrayList<>();
        areas.add(new NewArea(Commune.PROVINCE, AreaKind.PROVINCE, "Tỉnh Hải Âu", null, Commune.START));
        areas.add(new NewArea(Commune.CODE, AreaKind.COMMUNE, "Xã Bãi Cát", Commune.PROVINCE, Commune.START));
        for (int i = 0; i < VILLAGES.size(); i++) {
            areas.add(new NewArea(village(i), AreaKind.VILLAGE, VILLAGES.get(i), Commune.CODE, Commune.START));
        }
        server.bean(AreaService.class).putAll(areas);
        SampleRoster roster = SampleRoster.invent(invented(), LOANS, 5, today());
        Path file = Files.createDirectories(folder).resolve("invented.csv");
        roster.writeCsv(file);
        last = Files.readString(file);
        roster(RosterText.of(last), "so-lieu-thang-truoc.csv");
        roster.loans().stream()
                .filter(loan -> !village(0).equals(loan.villageCode()))
                .sorted(Comparator.comparing(LoanRow::disbursedOn).reversed())
                .forEach(toCheck::add);
    }

    private static SampleCommune invented() {
        List<SampleCommune.Village> villages = new ArrayList<>();
        for (int i = 0; i < VILLAGES.size(); i++) {
            villages.add(new SampleCommune.Village(village(i), VILLAGES.get(i)));
        }
        List<String> codes = List.copyOf(ASSOCIATIONS.keySet());
        List<SampleCommune.Group> groups = new ArrayList<>();
        for (int i = 0; i < GROUP_LEADERS.size(); i++) {
            String association = codes.get(i % codes.size());
            groups.add(new SampleCommune.Group(
                    "98001" + String.format("%02d", i + 1),
                    "Tổ " + GROUP_LEADERS.get(i),
                    association,
                    ASSOCIATIONS.get(association),
                    villages.get(i % villages.size()),
                    "098001" + (9000 + i),
                    GROUP_LEADERS.get(i)));
        }
        return new SampleCommune(Commune.CODE, "Xã Bãi Cát", villages, groups);
    }

    private void roster(RosterText roster, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), roster.bytes());
        server.bean(RosterService.class)
                .apply(
                        new RosterReader().read(file),
                        new RosterSource(name, "0".repeat(64), Commune.CODE, "Nguyễn Văn Cán"),
                        clock.instant());
    }

    /** Ten weeks; the clock stands at their end when this returns. */
    void works() throws Exception {
        for (int i = 1; i < VILLAGES.size(); i++) {
            Person head = commune.person(HEADS.get(i), Commune.grant(ActingRole.VILLAGE_HEAD, village(i), null));
            phones.add(SealingPhone.enrol(server.address(), code(head)));
        }
        for (int week = 0; week < WEEKS; week++) {
            for (int i = 0; i < CHECKS_OF_WEEK[week]; i++) {
                check(toCheck.get(checks++ % toCheck.size()));
                clock.forward(Duration.ofHours(7));
            }
            if (week % 2 == 1) {
                minutes(week);
            }
            server.bean(AlertRounds.class).run();
            clock.forward(Duration.ofHours(168 - 7L * CHECKS_OF_WEEK[week]));
        }
        roster(RosterText.of(last).paidOnLately(today().minusDays(6)), "so-lieu-thang-nay.csv");
        server.bean(AlertRounds.class).run();
    }

    /** The next roster, which one row of it spoils. */
    byte[] nextRoster() {
        return RosterText.of(last).paidOnLately(today().minusDays(1)).spoilt().bytes();
    }

    private void check(LoanRow loan) throws Exception {
        int village = Integer.parseInt(String.valueOf(loan.villageCode()).substring(5)) - 1;
        SealingPhone phone = phones.get(village - 1);
        Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = village(village);
        draft.groupCode = loan.groupCode();
        draft.loanId = LoanIds.of(loan.loanNumber());
        draft.wall = clock.instant();
        draft.position = position(village);
        draft.payload = found(loan);
        push(phone, draft);
    }

    private LoanUseCheck found(LoanRow loan) {
        long lent = loan.disbursedAmount() == null ? 0 : loan.disbursedAmount();
        long million = 1_000_000;
        return switch (checks) {
            case 5, 19, 33, 44 ->
                check(lent, lent * 2 / 5 / million * million, FindingCode.PARTIAL_MISUSE, "mua xe máy");
            case 12, 27 -> check(lent - 10 * million, 0, FindingCode.NOT_FULLY_RECEIVED, USES.get(0));
            case 16 -> check(lent, 0, FindingCode.ABSCONDED, USES.get(1));
            case 38 -> check(lent, 0, FindingCode.MISAPPROPRIATION, USES.get(2));
            case 30 ->
                answers(
                        lent,
                        0,
                        new Finding(
                                FindingCode.OBJECTIVE_RISK,
                                Finding.ObjectiveCause.NATURAL_DISASTER,
                                60,
                                "lũ cuốn mất bè cá"),
                        USES.get(1));
            default -> answers(lent, 0, null, USES.get(checks % USES.size()));
        };
    }

    private static LoanUseCheck check(long received, long misused, FindingCode code, String use) {
        return answers(received, misused, Finding.of(code), use);
    }

    private static LoanUseCheck answers(long received, long misused, @Nullable Finding finding, String use) {
        return new LoanUseCheck(
                VisitKind.POST_DISBURSEMENT,
                LoanUseCheck.Outcome.CHECKED,
                null,
                "Ban phát triển thôn",
                List.of(),
                "tại nhà người vay",
                received,
                received,
                use,
                received - misused,
                misused,
                finding == null ? "Bò, cá lớn tốt; hộ có thêm thu nhập" : null,
                0L,
                null,
                null,
                finding == null ? List.of() : List.of(finding),
                null,
                List.of());
    }

    private void minutes(int week) throws Exception {
        int village = 1 + week / 2 % (VILLAGES.size() - 1);
        SealingPhone phone = phones.get(village - 1);
        Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.kind = RecordKind.MONITORING_MINUTES;
        draft.villageCode = village(village);
        draft.wall = clock.instant();
        draft.position = position(village);
        LocalDate deadline = today().plusDays(week < 5 ? 20 : 45);
        draft.payload = new MonitoringMinutes(
                MonitoringMinutes.Form.VILLAGE,
                RecordSubject.VILLAGE,
                VisitKind.SCHEDULED,
                null,
                null,
                "nhà văn hóa thôn",
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                "Giám sát việc sử dụng vốn vay và sinh hoạt của các tổ trong thôn.",
                "Danh sách vay vốn được niêm yết công khai.",
                "Hai tổ chưa họp đều hằng tháng.",
                List.of(
                        recommend(week, "Tổ trưởng họp tổ đều hằng tháng, ghi biên bản gửi xã", deadline, village),
                        recommend(
                                week,
                                "Cập nhật danh sách vay vốn tại nhà văn hóa thôn",
                                deadline.plusDays(7),
                                village)),
                List.of(),
                null,
                null,
                List.of());
        push(phone, draft);
    }

    private MonitoringMinutes.Recommendation recommend(int week, String text, LocalDate deadline, int village) {
        UUID id = UUID.randomUUID();
        recommendations.put(week + text, id);
        return new MonitoringMinutes.Recommendation(id, text, deadline, "Tổ trưởng " + VILLAGES.get(village));
    }

    /** Two records that wait for a person: a loan of another village, and a number nobody knows. */
    List<UUID> puzzles() throws Exception {
        LoanRow elsewhere = toCheck.stream()
                .filter(loan -> village(3).equals(loan.villageCode()))
                .findFirst()
                .orElseThrow();
        Draft held = puzzle(village(3));
        held.groupCode = elsewhere.groupCode();
        held.loanId = LoanIds.of(elsewhere.loanNumber());
        Draft unknown = puzzle(village(1));
        unknown.loanNumber = "6600098001999999";
        phones.get(0).push(phones.get(0).seal(held));
        phones.get(0).push(phones.get(0).seal(unknown));
        return List.of(held.id, unknown.id);
    }

    private Draft puzzle(String village) {
        Draft draft = phones.get(0).draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = village;
        draft.wall = clock.instant();
        draft.payload = answers(50_000_000, 0, null, USES.get(0));
        return draft;
    }

    private static void push(SealingPhone phone, Draft draft) throws Exception {
        assertThat(phone.push(phone.seal(draft)).results().get(0).problems()).isEmpty();
    }

    /** Somewhere in a village. */
    private Position position(int village) {
        double[] centre = CENTRES[village];
        return new Position(
                degrees(LATITUDE + centre[0] + random.nextGaussian() * .003),
                degrees(LONGITUDE + centre[1] + random.nextGaussian() * .004),
                12);
    }

    private static BigDecimal degrees(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }

    private String code(Person person) {
        return server.bean(EnrolmentService.class)
                .makeCode(person.id(), EnrolmentService.ON_PAPER)
                .text();
    }

    private LocalDate today() {
        return DueDates.day(clock.instant());
    }

    /** Recommendations, the earliest first. */
    List<UUID> recommendations() {
        return List.copyOf(recommendations.values());
    }

    /** A loan that was checked. */
    LoanRow checkedLoan() {
        return toCheck.get(0);
    }
}
