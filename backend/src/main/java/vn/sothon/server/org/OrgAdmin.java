package vn.sothon.server.org;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.clock.ServerClock;

/** Places and people on the command line. */
@Factory
final class OrgAdmin {
    private final AreaService areas;
    private final AreaLookup areaLookup;
    private final PeopleService people;
    private final PersonLookup personLookup;
    private final ServerClock clock;

    OrgAdmin(
            AreaService areas,
            AreaLookup areaLookup,
            PeopleService people,
            PersonLookup personLookup,
            ServerClock clock) {
        this.areas = areas;
        this.areaLookup = areaLookup;
        this.people = people;
        this.personLookup = personLookup;
        this.clock = clock;
    }

    @Singleton
    @Named("area.add")
    AdminCommand areaAdd() {
        return AdminCommand.of(
                "area.add", args -> Json.tree(AreaView.of(areas.put(Json.tolerant(args, NewArea.class)))));
    }

    @Singleton
    @Named("area.list")
    AdminCommand areaList() {
        return AdminCommand.of(
                "area.list",
                args -> Json.tree(areaLookup.all().stream().map(AreaView::of).toList()));
    }

    @Singleton
    @Named("area.merge")
    AdminCommand areaMerge() {
        return AdminCommand.of("area.merge", args -> {
            Merger merger = Json.tolerant(args, Merger.class);
            areas.merge(merger.code(), merger.into(), merger.on() == null ? clock.today() : merger.on());
            return Json.tree(AreaView.of(areaLookup.find(merger.code()).orElseThrow()));
        });
    }

    @Singleton
    @Named("person.add")
    AdminCommand personAdd() {
        return AdminCommand.of("person.add", args -> {
            Addition wanted = Json.tolerant(args, Addition.class);
            Grant grant = wanted.grant().grant(clock.today());
            return Json.tree(PersonEntry.of(people.add(new NewPerson(wanted.name(), wanted.phone(), List.of(grant)))));
        });
    }

    @Singleton
    @Named("person.grant")
    AdminCommand personGrant() {
        return AdminCommand.of("person.grant", args -> {
            FurtherGrant wanted = Json.tolerant(args, FurtherGrant.class);
            UUID id = personLookup.one(wanted.person()).id();
            return Json.tree(PersonEntry.of(people.grant(id, wanted.grant().grant(clock.today()))));
        });
    }

    @Singleton
    @Named("person.end")
    AdminCommand personEnd() {
        return AdminCommand.of("person.end", args -> {
            End end = Json.tolerant(args, End.class);
            UUID id = personLookup.one(end.person()).id();
            LocalDate on = end.on() == null ? clock.today() : end.on();
            return Json.tree(PersonEntry.of(people.end(id, end.grant(), on)));
        });
    }

    @Singleton
    @Named("person.list")
    AdminCommand personList() {
        return AdminCommand.of(
                "person.list",
                args -> Json.tree(
                        personLookup.all().stream().map(PersonEntry::of).toList()));
    }

    record Merger(
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty(value = "into", required = true) String into,
            @JsonProperty("on") @Nullable LocalDate on) {}

    record Addition(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty("phone") @Nullable String phone,
            @JsonProperty(value = "grant", required = true) WantedGrant grant) {}

    record FurtherGrant(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty(value = "grant", required = true) WantedGrant grant) {}

    record End(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty(value = "grant", required = true) UUID grant,
            @JsonProperty("on") @Nullable LocalDate on) {}

    /** A grant as asked for on the command line: from today unless said otherwise. */
    record WantedGrant(
            @JsonProperty(value = "role", required = true) ActingRole role,
            @JsonProperty(value = "areaCode", required = true) String areaCode,
            @JsonProperty("groupCode") @Nullable String groupCode,
            @JsonProperty("association") @Nullable String association,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("to") @Nullable LocalDate to) {

        Grant grant(LocalDate today) {
            return new Grant(role, areaCode, groupCode, association, from == null ? today : from, to);
        }
    }
}
