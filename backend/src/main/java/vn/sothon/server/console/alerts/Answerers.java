package vn.sothon.server.console.alerts;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.loan.Borrowers;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.org.OfficeLookup;
import vn.sothon.server.org.OfficeLookup.Holder;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;

/** Whom one may ask to see to an alert: those in office at its place, never one it is about. */
@Singleton
class Answerers {
    private final TransactionOperations<Connection> transactions;
    private final OfficeLookup offices;
    private final PersonLookup people;
    private final LoanLookup loans;
    private final Borrowers borrowers;
    private final Texts texts;

    Answerers(
            TransactionOperations<Connection> transactions,
            OfficeLookup offices,
            PersonLookup people,
            LoanLookup loans,
            Borrowers borrowers,
            Texts texts) {
        this.transactions = transactions;
        this.offices = offices;
        this.people = people;
        this.loans = loans;
        this.borrowers = borrowers;
        this.texts = texts;
    }

    /** Nobody first; groups' leaders are left out, for an alert about a group is about them. */
    List<Choice> of(AlertView alert, LocalDate day, Locale locale) {
        Map<UUID, ActingRole> fit = transactions.executeRead(status -> fit(status.getConnection(), alert, day));
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.say(locale, "alerts.assign.nobody")));
        fit.forEach((id, role) -> choices.add(new Choice(
                id.toString(),
                people.find(id).map(Person::name).orElse("") + " \u00b7 " + texts.say(locale, "role." + role))));
        return choices;
    }

    private Map<UUID, ActingRole> fit(Connection connection, AlertView alert, LocalDate day) throws SQLException {
        Set<String> places = new HashSet<>();
        places.add(alert.communeCode());
        if (alert.villageCode() != null) {
            places.add(alert.villageCode());
        }
        Set<UUID> concerned = new HashSet<>();
        if (alert.personId() != null) {
            concerned.add(alert.personId());
        }
        String group = alert.groupCode();
        if (group != null && alert.rule().equals(AlertRule.MISAPPROPRIATION.name())) {
            offices.everLed(connection, group).forEach(leader -> concerned.add(leader.personId()));
        }
        if (alert.loanId() != null) {
            concerned.addAll(borrowers.behind(connection, alert.loanId()));
        }
        String association = group == null
                ? null
                : loans.group(connection, group)
                        .map(LoanLookup.GroupPlace::association)
                        .orElse(null);
        Map<UUID, ActingRole> fit = new LinkedHashMap<>();
        for (Holder holder : offices.in(connection, places, day)) {
            if (answersThere(holder.grant(), alert, association) && !concerned.contains(holder.personId())) {
                fit.putIfAbsent(holder.personId(), holder.grant().role());
            }
        }
        return fit;
    }

    private static boolean answersThere(Grant grant, AlertView alert, @Nullable String association) {
        return switch (grant.role()) {
            case COMMUNE_LEADER, CREDIT_OFFICER -> true;
            case VILLAGE_HEAD -> grant.areaCode().equals(alert.villageCode());
            case ASSOCIATION_OFFICER -> association != null && association.equals(grant.association());
            case GROUP_LEADER, PROVINCE_VIEWER, ADMINISTRATOR -> false;
        };
    }
}
