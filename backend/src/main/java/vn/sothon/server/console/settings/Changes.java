package vn.sothon.server.console.settings;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.alert.rule.RuleChanges;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.console.office.Names;
import vn.sothon.server.console.page.Formats;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.CheckPolicies;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.ledger.Decisions;
import vn.sothon.server.platform.ledger.Decisions.Decided;
import vn.sothon.server.platform.ledger.Ledger;

/** Who changed which setting and when, in words: the decisions on record, of the visitor's place and of those above it. */
@Singleton
class Changes {
    private static final int MOST = 30;

    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final AreaLookup areas;
    private final Names names;
    private final Texts texts;

    Changes(
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            AreaLookup areas,
            Names names,
            Texts texts) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.areas = areas;
        this.names = names;
        this.texts = texts;
    }

    /**
     * A change.
     *
     * @param what which setting
     * @param says what it was set to, one sentence each
     */
    public record Change(Instant at, String who, String place, String what, List<String> says) {}

    /** Newest first; {@code about}: only of one thing of that kind. */
    List<Change> of(Visitor visitor, Locale locale, Set<String> kinds, @Nullable String about) {
        Set<String> places = new LinkedHashSet<>(areas.path(visitor.areaCode()));
        places.add(Ledger.COUNTRY);
        List<Decided> found = transactions.executeRead(status -> found(status.getConnection(), places, kinds));
        return found.stream()
                .filter(one -> about == null || about.equals(one.about()))
                .sorted(Comparator.comparing(Decided::madeAt).reversed())
                .limit(MOST)
                .map(one -> change(one, locale))
                .toList();
    }

    private List<Decided> found(Connection connection, Set<String> places, Set<String> kinds) throws SQLException {
        List<Decided> found = new ArrayList<>();
        for (String place : places) {
            for (String kind : kinds) {
                found.addAll(decisions.of(connection, place, kind, MOST));
            }
        }
        return found;
    }

    private Change change(Decided one, Locale locale) {
        boolean country = one.partition().equals(Ledger.COUNTRY);
        return new Change(
                one.madeAt(),
                names.person(one.personId()),
                country ? texts.say(locale, "settings.country") : names.area(one.partition()),
                one.kind().equals(RuleChanges.KIND)
                        ? AlertSentences.in(locale).title(one.about())
                        : texts.say(locale, "settings.kind." + one.kind()),
                says(one, locale));
    }

    private List<String> says(Decided one, Locale locale) {
        try {
            return switch (one.kind()) {
                case CheckPolicies.KIND -> policy(Json.tolerant(one.document(), CheckPolicies.Decided.class), locale);
                case AlertHours.KIND -> hours(Json.tolerant(one.document(), AlertHours.Decided.class), locale);
                case RuleChanges.KIND -> rule(Json.tolerant(one.document(), RuleChanges.Decided.class), locale);
                default -> List.of();
            };
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored decision cannot be read", e);
        }
    }

    private List<String> policy(CheckPolicies.Decided decided, Locale locale) {
        CheckPolicy policy = decided.policy();
        return List.of(
                from(policy.from(), locale),
                texts.say(
                        locale,
                        "settings.said.policy",
                        policy.postDisbursementDays(),
                        policy.inactiveMonths(),
                        policy.groupChecksPerYear(),
                        policy.earlierLoansPercent(),
                        policy.earlierLoansPercentDifficult(),
                        policy.findingToChairWorkingDays()));
    }

    private List<String> hours(AlertHours.Decided hours, Locale locale) {
        return List.of(
                from(hours.from(), locale),
                texts.say(locale, "settings.said.hours", hours.quietFrom(), hours.quietTo(), hours.summaryAt()));
    }

    private List<String> rule(RuleChanges.Decided decided, Locale locale) {
        RuleSetting.Change change = decided.change();
        List<String> says = new ArrayList<>(List.of(from(decided.from(), locale)));
        if (change.off() != null) {
            says.add(texts.say(locale, change.off() ? "settings.off" : "settings.on"));
        }
        if (change.severity() != null) {
            says.add(
                    AlertSentences.in(locale).word("severity", change.severity().name()));
        }
        if (change.thresholds() != null) {
            new TreeMap<>(change.thresholds())
                    .forEach((name, value) -> says.add(texts.say(locale, "settings.threshold." + name) + ": " + value));
        }
        if (change.audience() != null) {
            says.add(texts.say(locale, "settings.audience") + ": " + roles(change.audience(), locale));
        }
        if (change.answeredBy() != null) {
            says.add(texts.say(locale, "settings.answered-by") + ": " + roles(change.answeredBy(), locale));
        }
        if (change.escalation() != null) {
            change.escalation()
                    .forEach(step -> says.add(
                            texts.say(locale, "settings.said.step", step.afterHours(), roles(step.to(), locale))));
        }
        return says;
    }

    String roles(List<ActingRole> roles, Locale locale) {
        return roles.stream().map(role -> texts.say(locale, "role." + role)).collect(Collectors.joining(", "));
    }

    private String from(LocalDate day, Locale locale) {
        return texts.say(locale, "settings.said.from", new Formats(locale).day(day));
    }
}
