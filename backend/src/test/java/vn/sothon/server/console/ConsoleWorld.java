package vn.sothon.server.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.server.Commune;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.Person;
import vn.sothon.server.sync.push.SealingPhone;
import vn.sothon.server.sync.push.SealingPhone.Draft;

/** Two communes with a check in each, and somebody signed in in every role of the first. */
public final class ConsoleWorld {
    public static final String OTHER_COMMUNE = "98002";
    public static final String OTHER_VILLAGE = "98002001";
    public static final String TRICKY_NAME = "Lò <b>Văn</b> \"Trích\" & Con";

    private final RunningServer server;
    private final Commune commune;
    private final Map<ActingRole, Browser> browsers = new EnumMap<>(ActingRole.class);
    private final Person head;
    private final Person stranger;
    private final UUID record;
    private final UUID foreignRecord;

    public ConsoleWorld(RunningServer server) throws Exception {
        this.server = server;
        this.commune = new Commune(server);
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea(OTHER_COMMUNE, AreaKind.COMMUNE, "Other commune", Commune.PROVINCE, Commune.START),
                        new NewArea(OTHER_VILLAGE, AreaKind.VILLAGE, "Foreign village", OTHER_COMMUNE, Commune.START)));
        head = commune.person(TRICKY_NAME, Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, null));
        stranger = commune.person("Người xã khác", Commune.grant(ActingRole.VILLAGE_HEAD, OTHER_VILLAGE, null));
        record = check(head, Commune.CODE, Commune.FIRST);
        foreignRecord = check(stranger, OTHER_COMMUNE, OTHER_VILLAGE);
    }

    private UUID check(Person author, String communeCode, String village) throws Exception {
        String code = server.bean(EnrolmentService.class)
                .makeCode(author.id(), EnrolmentService.ON_PAPER)
                .text();
        SealingPhone phone = SealingPhone.enrol(server.address(), code);
        Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, communeCode);
        draft.villageCode = village;
        draft.loanNumber = "6600000000000001";
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
        String name = role.name().toLowerCase(Locale.ROOT).replace('_', '.');
        return Browser.of(server, commune.person("Người " + name, Commune.grant(role, area, null)), name);
    }

    public UUID record() {
        return record;
    }

    public UUID foreignRecord() {
        return foreignRecord;
    }

    public Person head() {
        return head;
    }

    public Person stranger() {
        return stranger;
    }
}
