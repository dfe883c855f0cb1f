package vn.sothon.server.app.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.importer.SampleCommune;
import vn.sothon.server.loan.importer.SampleRoster;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;

/** One invented commune under a plan's territory: places, people with phones, a loan roster. */
final class Territory {
    private static final int VILLAGES = 2;
    private static final int GROUPS = 4;
    private static final int LOANS = 96;
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final int number;
    private final SampleCommune commune;
    private final Properties words;

    /** Somebody with a phone. */
    record PhoneOwner(String name, String code, ActingRole role, @Nullable String groupCode) {}

    Territory(int number, long seed) {
        this.number = number;
        this.words = words();
        this.commune =
                SampleCommune.invent(province() + "0001", say("commune", number), VILLAGES, GROUPS, seed + number);
    }

    String province() {
        return String.valueOf(90 + number);
    }

    /** The area a plan of that level governs here. */
    String governedBy(PlanLevel level) {
        return level == PlanLevel.COMMUNE ? commune.communeCode() : province();
    }

    SampleCommune commune() {
        return commune;
    }

    void makePlaces(AreaService areas) {
        List<NewArea> made = new ArrayList<>();
        made.add(new NewArea(province(), AreaKind.PROVINCE, say("province", number), null, LONG_AGO));
        made.add(new NewArea(commune.communeCode(), AreaKind.COMMUNE, commune.communeName(), province(), LONG_AGO));
        for (SampleCommune.Village village : commune.villages()) {
            made.add(new NewArea(village.code(), AreaKind.VILLAGE, village.name(), commune.communeCode(), LONG_AGO));
        }
        areas.putAll(made);
    }

    /** A roster as the bank's export writes it. */
    Path writeRoster(Path folder, LocalDate today, long seed) throws IOException {
        Path file = folder.resolve("roster-" + commune.communeCode() + ".xlsx");
        SampleRoster.invent(commune, LOANS, seed + number, today).writeXlsx(file);
        return file;
    }

    /** Village heads, two group leaders, an association officer and the commune's leader, each with a code. */
    List<PhoneOwner> makePeople(RunningServer server) {
        List<PhoneOwner> owners = new ArrayList<>();
        for (SampleCommune.Village village : commune.villages()) {
            owners.add(owner(
                    server,
                    say("villageHead", village.name()),
                    new Grant(ActingRole.VILLAGE_HEAD, village.code(), null, null, LONG_AGO, null)));
        }
        for (SampleCommune.Group group : commune.groups().subList(0, 2)) {
            owners.add(owner(
                    server,
                    group.leaderName(),
                    new Grant(ActingRole.GROUP_LEADER, commune.communeCode(), group.code(), null, LONG_AGO, null)));
        }
        SampleCommune.Group first = commune.groups().get(0);
        owners.add(owner(
                server,
                say("associationOfficer", number),
                new Grant(
                        ActingRole.ASSOCIATION_OFFICER,
                        commune.communeCode(),
                        null,
                        first.associationCode(),
                        LONG_AGO,
                        null)));
        owners.add(owner(
                server,
                say("communeLeader", number),
                new Grant(ActingRole.COMMUNE_LEADER, commune.communeCode(), null, null, LONG_AGO, null)));
        return owners;
    }

    private static PhoneOwner owner(RunningServer server, String name, Grant grant) {
        var person = server.bean(PeopleService.class).add(new NewPerson(name, null, List.of(grant)));
        String code = server.bean(EnrolmentService.class)
                .makeCode(person.id(), EnrolmentService.ON_PAPER)
                .text();
        return new PhoneOwner(name, code, grant.role(), grant.groupCode());
    }

    private String say(String key, Object... arguments) {
        return MessageFormat.format(Objects.requireNonNull(words.getProperty(key)), arguments);
    }

    private static Properties words() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Territory.class.getResourceAsStream("/demo/places.properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
