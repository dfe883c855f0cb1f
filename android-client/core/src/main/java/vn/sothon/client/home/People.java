package vn.sothon.client.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.task.WorkList;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.model.sync.Contact;
import vn.sothon.model.sync.Enrolment.Grant;

/** The people in office whom this phone knows, and where they are called. */
public final class People {
    /** Whoever can decide is called first. */
    private static final List<ActingRole> ORDER = List.of(
            ActingRole.COMMUNE_LEADER,
            ActingRole.CREDIT_OFFICER,
            ActingRole.ASSOCIATION_OFFICER,
            ActingRole.VILLAGE_HEAD,
            ActingRole.GROUP_LEADER);

    private final Map<UUID, Person> known = new HashMap<>();
    private final Map<String, String> groupAssociations = new HashMap<>();

    /**
     * Somebody in office.
     *
     * @param places names of the villages and groups he or she answers for; empty: the whole commune
     * @param number null: this phone does not know it
     */
    public record Person(UUID id, String name, List<Grant> grants, Set<String> places, @Nullable String number) {
        /** The office that counts most. */
        public ActingRole role() {
            return ORDER.stream()
                    .filter(role -> grants.stream().anyMatch(grant -> grant.role() == role))
                    .findFirst()
                    .orElseGet(() -> grants.get(0).role());
        }
    }

    private People() {}

    public static People of(WorkList work) {
        People people = new People();
        Map<String, String> places = new HashMap<>();
        for (Views.Village village : work.villages()) {
            places.put(village.code(), village.name());
        }
        for (Views.Group group : work.groups()) {
            places.put(group.code(), group.name());
            if (group.association() != null) {
                people.groupAssociations.put(group.code(), group.association());
            }
        }
        Map<UUID, String> numbers = work.numbers();
        for (Contact contact : work.contacts()) {
            Set<String> answersFor = new LinkedHashSet<>();
            for (Grant grant : contact.grants()) {
                String code = grant.role() == ActingRole.GROUP_LEADER ? grant.groupCode() : grant.areaCode();
                if (code != null && places.containsKey(code)) {
                    answersFor.add(places.get(code));
                }
            }
            if (!contact.grants().isEmpty()) {
                people.known.put(
                        contact.id(),
                        new Person(
                                contact.id(), contact.name(), contact.grants(), answersFor, numbers.get(contact.id())));
            }
        }
        return people;
    }

    public Optional<Person> find(@Nullable UUID id) {
        return Optional.ofNullable(id == null ? null : known.get(id));
    }

    /** Whom one can call, the office that decides first. */
    public List<Person> callable(@Nullable UUID me) {
        List<Person> callable = new ArrayList<>();
        for (Person person : known.values()) {
            if (person.number() != null && !person.id().equals(me)) {
                callable.add(person);
            }
        }
        callable.sort(BY_OFFICE);
        return callable;
    }

    /** The head of a village. */
    public Optional<Person> headOf(String villageCode) {
        return known.values().stream()
                .filter(person -> person.grants().stream()
                        .anyMatch(grant -> grant.role() == ActingRole.VILLAGE_HEAD
                                && grant.areaCode().equals(villageCode)))
                .min(BY_OFFICE);
    }

    /**
     * Whom one may ask to see to an alert: those in an office that answers at its place, never one it is about. Leaders
     * of groups are left out, for an alert about a group is about them.
     */
    public List<Person> answering(AlertView alert, @Nullable UUID me) {
        Set<UUID> concerned = new LinkedHashSet<>();
        if (alert.personId() != null) {
            concerned.add(alert.personId());
        }
        List<Person> fit = new ArrayList<>();
        for (Person person : known.values()) {
            boolean leads = person.grants().stream()
                    .anyMatch(grant ->
                            grant.groupCode() != null && grant.groupCode().equals(alert.groupCode()));
            boolean aboutThem = leads && AlertRule.MISAPPROPRIATION.name().equals(alert.rule());
            if (!concerned.contains(person.id())
                    && !person.id().equals(me)
                    && !aboutThem
                    && person.grants().stream().anyMatch(grant -> answers(grant, alert))) {
                fit.add(person);
            }
        }
        fit.sort(BY_OFFICE);
        return fit;
    }

    private boolean answers(Grant grant, AlertView alert) {
        return switch (grant.role()) {
            case COMMUNE_LEADER, CREDIT_OFFICER -> grant.areaCode().equals(alert.communeCode());
            case VILLAGE_HEAD -> grant.areaCode().equals(alert.villageCode());
            case ASSOCIATION_OFFICER -> {
                String association = alert.groupCode() == null ? null : groupAssociations.get(alert.groupCode());
                yield association != null && association.equals(grant.association());
            }
            case GROUP_LEADER, PROVINCE_VIEWER, ADMINISTRATOR -> false;
        };
    }

    private static int rank(Person person) {
        int rank = ORDER.indexOf(person.role());
        return rank < 0 ? ORDER.size() : rank;
    }

    private static final Comparator<Person> BY_OFFICE = Comparator.comparingInt(People::rank)
            .thenComparing(person -> FoldedText.words(person.name()))
            .thenComparing(Person::id);
}
