package vn.sothon.server.console.alerts;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.InScope;
import vn.sothon.server.loan.LoanBook;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.record.NotAbout;

/**
 * Puts names to what an alert refers to. An alert is addressed to a person, but what it points at is shown only as far as
 * the office he or she acts in lets see it.
 */
@Singleton
class AlertWords {
    private final TransactionOperations<Connection> transactions;
    private final AreaLookup areas;
    private final PersonLookup people;
    private final LoanBook loans;
    private final PlanTaskLookup tasks;
    private final AlertSentences vietnamese = AlertSentences.in(Locale.forLanguageTag("vi"));
    private final AlertSentences english = AlertSentences.in(Locale.ENGLISH);

    AlertWords(
            TransactionOperations<Connection> transactions,
            AreaLookup areas,
            PersonLookup people,
            LoanBook loans,
            PlanTaskLookup tasks) {
        this.transactions = transactions;
        this.areas = areas;
        this.people = people;
        this.loans = loans;
        this.tasks = tasks;
    }

    AlertSentences in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : vietnamese;
    }

    /** The village where one is known, else the commune. */
    String place(AlertView alert) {
        String commune = name(alert.communeCode());
        return alert.villageCode() == null ? commune : name(alert.villageCode()) + ", " + commune;
    }

    private String name(String code) {
        return areas.find(code).map(Area::name).orElse(code);
    }

    /** Empty for nobody. */
    String person(@Nullable UUID id) {
        return id == null ? "" : people.find(id).map(Person::name).orElse("");
    }

    /** Empty where there is no loan, or none the scope sees. */
    String borrower(Scope scope, AlertView alert) {
        UUID loan = alert.loanId();
        return loan == null
                ? ""
                : loans.one(scope, loan).map(LoanBook.Entry::borrower).orElse("");
    }

    /** Empty where its record is tied to none. */
    String task(AlertView alert) {
        UUID task = alert.planTaskId();
        return task == null
                ? ""
                : transactions
                        .executeRead(status -> tasks.find(status.getConnection(), task))
                        .map(found -> found.key() + " " + TaskTitle.of(found.content()))
                        .orElse("");
    }

    /** Whether the record an alert names has a page for that scope. */
    boolean opens(Scope scope, @Nullable UUID record) {
        if (record == null) {
            return false;
        }
        InScope seen = InScope.of(scope, "commune_code", "village_code", "group_code");
        NotAbout others = NotAbout.of(scope, "console_record.id");
        return transactions
                .executeRead(status -> Sql.one(
                        status.getConnection(),
                        "SELECT 1 FROM console_record WHERE id = ? AND kind IN ('LOAN_USE_CHECK', 'CHECK_SHEET',"
                                + " 'MONITORING_MINUTES') AND " + seen.sql() + others.sql(),
                        row -> row.getInt(1),
                        others.after(seen.after(record))))
                .isPresent();
    }
}
