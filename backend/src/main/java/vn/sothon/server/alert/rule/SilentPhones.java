package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.device.Device;
import vn.sothon.server.device.DeviceService;
import vn.sothon.server.loan.DueCheckLookup;
import vn.sothon.server.loan.DueCheckLookup.OpenCheck;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.OfficeLookup;
import vn.sothon.server.org.OfficeLookup.Holder;

/** Phones not heard of for days whose people have checks to make: work may lie on them, or not be done at all. */
@Singleton
final class SilentPhones implements DailyRule {
    private final AreaLookup areas;
    private final OfficeLookup offices;
    private final DueCheckLookup checks;
    private final DeviceService devices;

    SilentPhones(AreaLookup areas, OfficeLookup offices, DueCheckLookup checks, DeviceService devices) {
        this.areas = areas;
        this.offices = offices;
        this.checks = checks;
        this.devices = devices;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.PHONE_SILENT;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        List<OpenCheck> owed = checks.dueBy(
                connection,
                round.communeCode(),
                round.day().plusDays(round.setting().threshold("workWithinDays")));
        if (owed.isEmpty()) {
            return List.of();
        }
        Set<String> places = new HashSet<>();
        places.add(round.communeCode());
        areas.within(round.communeCode()).stream().map(Area::code).forEach(places::add);
        List<Noticed> noticed = new ArrayList<>();
        Set<UUID> asked = new HashSet<>();
        for (Holder holder : offices.in(connection, places, round.day())) {
            long work =
                    owed.stream().filter(check -> falls(check, holder.grant())).count();
            if (work > 0 && asked.add(holder.personId())) {
                silent(holder, round, work).ifPresent(noticed::add);
            }
        }
        return noticed;
    }

    private Optional<Noticed> silent(Holder holder, Round round, long work) {
        Optional<Device> newest = devices.of(holder.personId()).stream()
                .filter(device -> device.isPhone() && device.revokedAs() == null)
                .reduce((one, other) -> heard(other).isAfter(heard(one)) ? other : one);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(heard(newest.get()), round.at());
        if (days < round.setting().threshold("days")) {
            return Optional.empty();
        }
        return Optional.of(new Noticed(
                rule(),
                "phone " + newest.get().id(),
                null,
                new Noticed.Place(round.communeCode(), null, null, null),
                new Noticed.Refs(null, null, holder.personId(), null, null),
                Map.of("days", Long.toString(days), "loans", Long.toString(work))));
    }

    private static Instant heard(Device device) {
        Instant seen = device.lastSeenAt();
        return seen == null ? device.enrolledAt() : seen;
    }

    private static boolean falls(OpenCheck check, Grant grant) {
        return switch (grant.role()) {
            case VILLAGE_HEAD -> grant.areaCode().equals(check.villageCode());
            case GROUP_LEADER -> grant.groupCode() != null && grant.groupCode().equals(check.groupCode());
            case ASSOCIATION_OFFICER ->
                grant.association() != null && grant.association().equals(check.association());
            default -> false;
        };
    }
}
