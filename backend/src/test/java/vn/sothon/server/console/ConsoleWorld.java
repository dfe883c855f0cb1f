package vn.sothon.server.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.server.Commune;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.sync.push.SealingPhone;
import vn.sothon.server.sync.push.SealingPhone.Draft;

/**
 * A commune after ten weeks of work and another beside it with a single check, and somebody signed in in every role of the
 * first. Its village {@code Commune.FIRST} has one check only, which is older than the plan and so tied to nothing.
 */
public final class ConsoleWorld {
    public static final String OTHER_COMMUNE = "98002";
    public static final String OTHER_VILLAGE = "98002001";
    public static final String TRICKY_NAME = "Lò <b>Văn</b> \"Trích\" & Con";

    private static final Map<ActingRole, String> NAMES = Map.of(
            ActingRole.COMMUNE_LEADER, "Hoàng Thị Minh",
            ActingRole.ADMINISTRATOR, "Vũ Đức Quản",
            ActingRole.CREDIT_OFFICER, "Phan Thị Tín",
            ActingRole.ASSOCIATION_OFFICER, "Dương Thị Hội",
            ActingRole.PROVINCE_VIEWER, "Tạ Văn Tỉnh");

    private final RunningServer server;
    private final Commune commune;
    private final Map<ActingRole, Browser> browsers = new EnumMap<>(ActingRole.class);
    private final Person head;
    private final Person stranger;
    private final UUID record;
    private final UUID foreignRecord;
    private final TestClock clock;
    private final BusyCommune busy;
    private final OfficeWork office;
    private final PublishedPlan plan;

    public ConsoleWorld(RunningServer server) throws Exception {
        this.server = server;
        this.clock = new TestClock(Instant.now().minus(Duration.ofDays(7L * BusyCommune.WEEKS)));
        server.bean(ServerClock.class).use(clock);
        this.commune = new Commune(server);
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea(OTHER_COMMUNE, AreaKind.COMMUNE, "Other commune", Commune.PROVINCE, Commune.START),
                        new NewArea(OTHER_VILLAGE, AreaKind.VILLAGE, "Foreign village", OTHER_COMMUNE, Commune.START)));
        Path folder = Files.createTempDirectory("console-world");
        busy = new BusyCommune(server, commune, clock, folder);
        busy.settles();
        head = commune.person(TRICKY_NAME, Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, null));
        stranger = commune.person("Người xã khác", Commune.grant(ActingRole.VILLAGE_HEAD, OTHER_VILLAGE, null));
        record = check(head, Commune.CODE, Commune.FIRST);
        foreignRecord = check(stranger, OTHER_COMMUNE, OTHER_VILLAGE);
        clock.forward(Duration.ofMinutes(5));
        Browser leader = as(ActingRole.COMMUNE_LEADER);
        OfficeWork.publishes(leader, today().plusDays(1));
        busy.works();
        List<UUID> puzzles = busy.puzzles();
        server.bean(ServerClock.class).use(Clock.systemUTC());
        leader.signIn(name(ActingRole.COMMUNE_LEADER));
        office = new OfficeWork(leader, today());
        office.works(busy, puzzles);
        plan = PublishedPlan.of(server, Commune.CODE, today().plusDays(1), folder);
    }

    private UUID check(Person author, String communeCode, String village) throws Exception {
        String code = server.bean(EnrolmentService.class)
                .makeCode(author.id(), EnrolmentService.ON_PAPER)
                .text();
        SealingPhone phone = SealingPhone.enrol(server.address(), code);
        Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, communeCode);
        draft.villageCode = village;
        draft.loanNumber = "6600000000000001";
        draft.wall = clock.instant();
        draft.payload = SealingPhone.check(50_000_000, 30_000_000, List.of(Finding.of(FindingCode.PARTIAL_MISUSE)));
        phone.push(phone.seal(draft));
        return draft.id;
    }

    /** Somebody of that role, signed in. */
    public Browser as(ActingRole role) {
        return browsers.computeIfAbsent(role, this::signedIn);
    }

    private Browser signedIn(ActingRole role) {
        String area = role == ActingRole.PROVINCE_VIEWER ? Commune.PROVINCE : Commune.CODE;
        return Browser.of(server, commune.person(NAMES.get(role), Commune.grant(role, area, null)), name(role));
    }

    private static String name(ActingRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Pages of single things that the commune's leader may open. */
    public List<String> opened() {
        return office.opened();
    }

    public LocalDate today() {
        return server.bean(ServerClock.class).today();
    }

    public UUID record() {
        return record;
    }

    public UUID foreignRecord() {
        return foreignRecord;
    }

    /** A plan in force whose tasks no record fulfils. */
    public PublishedPlan plan() {
        return plan;
    }

    public Person head() {
        return head;
    }

    public Person stranger() {
        return stranger;
    }
}
