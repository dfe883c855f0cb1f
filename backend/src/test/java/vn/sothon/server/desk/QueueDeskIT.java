package vn.sothon.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterTale;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.ops.Fault;
import vn.sothon.server.ops.QueueDecisions;
import vn.sothon.server.ops.QueueDesk;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.sync.push.SealingPhone;

/** What waits for a person, and what the person decides. */
class QueueDeskIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void unmatched_whenAPersonNamesTheLoan_doesWhatTheLoanOwesAndStandsInTheLog(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.freshLoan(1)));
        UUID record = check(office, tale.first, tale.number(1).substring(0, 14) + "99").id;
        Scope leader = office.scope(office.leader("Lan"));
        QueueDesk desk = office.server.bean(QueueDesk.class);
        QueueDesk.Waiting waiting = desk.of(leader, record).stream()
                .filter(one -> one.why().equals("LOAN_UNMATCHED"))
                .findFirst()
                .orElseThrow();
        assertThat(desk.candidates(leader, waiting, "borrower")).hasSize(1);

        office.server.bean(QueueDecisions.class).match(leader, record, LoanIds.of(tale.number(1)), "number misread");

        assertThat(desk.of(leader, record)).noneMatch(one -> one.why().equals("LOAN_UNMATCHED"));
        assertThat(tale.text("SELECT done_by FROM obligation WHERE loan_id = ?", LoanIds.of(tale.number(1))))
                .isEqualTo(record.toString());
        assertThat(FeedRows.log(office.server, tale.commune))
                .anySatisfy(entry -> assertThat(entry).contains("\"type\":\"DECISION\"", "MATCH_LOAN"));
        assertThat(office.server.bean(Verification.class).run().faults()).isEmpty();
        assertThatThrownBy(() -> office.server
                        .bean(QueueDecisions.class)
                        .match(leader, record, LoanIds.of(tale.number(1)), "again"))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("NOT_UNMATCHED"));
    }

    @ParameterizedTest
    @EnumSource
    void held_whenAPersonAdmitsIt_countsAndOneSetAsideLeavesTheQueue(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(
                AUGUST,
                tale.freshLoan(1).with(RosterColumn.VILLAGE_CODE, tale.second),
                tale.freshLoan(2).with(RosterColumn.VILLAGE_CODE, tale.second)));
        // The village head's grant is for the first village only.
        UUID good = check(office, tale.second, tale.number(1)).id;
        UUID bad = check(office, tale.second, tale.number(2)).id;
        Scope leader = office.scope(office.leader("Lan"));
        QueueDesk desk = office.server.bean(QueueDesk.class);
        assertThat(desk.list(leader)).extracting(QueueDesk.Waiting::why).containsExactly("HELD_GRANT", "HELD_GRANT");

        office.server.bean(QueueDecisions.class).admit(leader, good, "she stood in for him");
        office.server.bean(QueueDecisions.class).setAside(leader, bad, "not from here");

        assertThat(desk.list(leader)).noneMatch(QueueDesk.Waiting::isHeld);
        assertThat(tale.text("SELECT status FROM record WHERE id = ?", good)).isEqualTo("ACCEPTED");
        assertThat(tale.text("SELECT status FROM record WHERE id = ?", bad)).isEqualTo("HELD");
        assertThat(office.server.bean(Verification.class).run().faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void queue_whenTheScopeIsAnother_isEmptyAndRefusesActs(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        Office elsewhere = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.freshLoan(1).with(RosterColumn.VILLAGE_CODE, tale.second)));
        UUID record = check(office, tale.second, tale.number(1)).id;
        Scope other = elsewhere.scope(elsewhere.leader("Lan"));

        assertThat(office.server.bean(QueueDesk.class).list(other)).isEmpty();
        assertThatThrownBy(() -> office.server.bean(QueueDecisions.class).admit(other, record, "why not"))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("UNKNOWN_RECORD"));
        assertThat(tale.text("SELECT status FROM record WHERE id = ?", record)).isEqualTo("HELD");
    }

    @ParameterizedTest
    @EnumSource
    void decision_whenItsDocumentIsChangedOrGone_isFoundByVerification(Engine engine) throws Exception {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.freshLoan(1).with(RosterColumn.VILLAGE_CODE, tale.second)));
        UUID record = check(office, tale.second, tale.number(1)).id;
        office.server.bean(QueueDecisions.class).admit(office.scope(office.leader("Lan")), record, "true reason");
        String id = tale.text("SELECT id FROM decision WHERE about = ?", record);
        String document = tale.text("SELECT document FROM decision WHERE id = ?", id);

        office.sql("UPDATE decision SET document = ? WHERE id = ?", document.replace("true", "false"), id);

        assertThat(office.server.bean(Verification.class).run().faults())
                .containsExactly(new Fault("DECISION_CHANGED", id));
        office.sql("UPDATE decision SET document = ? WHERE id = ?", document, id);
    }

    private static SealingPhone.Draft check(Office office, String village, String loanNumber) throws Exception {
        UUID head = office.person("Head", ActingRole.VILLAGE_HEAD, office.tale.first, null, null);
        SealingPhone phone = office.phone(head);
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, office.tale.commune);
        draft.villageCode = village;
        draft.loanNumber = loanNumber;
        phone.push(phone.seal(draft));
        return draft;
    }
}
