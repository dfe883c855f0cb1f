package vn.sothon.server.alert.audience;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.alert.rule.Noticed.Place;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.loan.Borrowers;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.OfficeLookup;
import vn.sothon.server.org.OfficeLookup.Holder;
import vn.sothon.server.platform.ledger.Ledger;

/** Works out who gets an alert on a day: by role, place and level, and never the one it is about. */
@Singleton
public class Audience {
    private final AreaLookup areas;
    private final OfficeLookup offices;
    private final Borrowers borrowers;

    Audience(AreaLookup areas, OfficeLookup offices, Borrowers borrowers) {
        this.areas = areas;
        this.offices = offices;
        this.borrowers = borrowers;
    }

    /**
     * What the audience of an alert depends on.
     *
     * @param level how far it was escalated
     * @param assignedTo somebody who was asked to see to it and so has it too
     */
    public record Question(
            AlertRule rule,
            Place place,
            @Nullable UUID loanId,
            @Nullable UUID personId,
            @Nullable UUID assignedTo,
            int level) {}

    /** One entry per person, in the office that may do most. */
    public List<Reader> of(Connection connection, Question question, RuleSetting setting, LocalDate day)
            throws SQLException {
        Place place = question.place;
        Set<String> villages = place.villageCode() == null ? Set.of() : standing(connection, place.villageCode());
        Set<String> communes = standing(connection, place.communeCode());
        Set<String> all = new HashSet<>(villages);
        all.addAll(communes);
        all.addAll(areas.path(place.communeCode()));
        all.add(Ledger.COUNTRY);
        Set<ActingRole> roles = EnumSet.noneOf(ActingRole.class);
        roles.addAll(setting.audience());
        setting.escalation().stream().limit(question.level).forEach(step -> roles.addAll(step.to()));
        List<Holder> holders = offices.in(connection, all, day);
        Set<UUID> concerned = concerned(connection, question);
        Map<UUID, Reader> readers = new LinkedHashMap<>();
        for (Holder holder : holders) {
            Grant grant = holder.grant();
            boolean asked = holder.personId().equals(question.assignedTo);
            if ((asked || roles.contains(grant.role()))
                    && !concerned.contains(holder.personId())
                    && covers(grant, place, villages, communes)) {
                boolean brief = grant.role() == ActingRole.PROVINCE_VIEWER;
                boolean mayAnswer = !brief && (asked || setting.answeredBy().contains(grant.role()));
                Reader reader = new Reader(holder.personId(), grant.role(), brief, mayAnswer);
                readers.merge(holder.personId(), reader, Audience::stronger);
            }
        }
        return new ArrayList<>(readers.values());
    }

    private static Reader stronger(Reader one, Reader other) {
        int first = (one.mayAnswer() ? 2 : 0) + (one.brief() ? 0 : 1);
        int second = (other.mayAnswer() ? 2 : 0) + (other.brief() ? 0 : 1);
        return second > first ? other : one;
    }

    private static boolean covers(Grant grant, Place place, Set<String> villages, Set<String> communes) {
        return switch (grant.role()) {
            case VILLAGE_HEAD -> villages.contains(grant.areaCode());
            case GROUP_LEADER -> place.groupCode() != null && place.groupCode().equals(grant.groupCode());
            case ASSOCIATION_OFFICER ->
                communes.contains(grant.areaCode())
                        && place.association() != null
                        && place.association().equals(grant.association());
            case COMMUNE_LEADER, CREDIT_OFFICER -> communes.contains(grant.areaCode());
            case PROVINCE_VIEWER, ADMINISTRATOR -> true;
        };
    }

    /** The area as it is today and everything that was merged into it: grants keep the code they were given for. */
    private Set<String> standing(Connection connection, String code) throws SQLException {
        Set<String> codes = new HashSet<>();
        codes.add(code);
        List<String> path = areas.path(code);
        String present = path.isEmpty() ? code : path.get(0);
        codes.add(present);
        codes.addAll(offices.mergedInto(connection, present));
        return codes;
    }

    private Set<UUID> concerned(Connection connection, Question question) throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        if (question.personId != null) {
            concerned.add(question.personId);
        }
        String group = question.place.groupCode();
        if (group != null && question.rule == AlertRule.MISAPPROPRIATION) {
            offices.everLed(connection, group).forEach(leader -> concerned.add(leader.personId()));
        }
        if (question.loanId != null) {
            concerned.addAll(borrowers.behind(connection, question.loanId));
        }
        return concerned;
    }
}
