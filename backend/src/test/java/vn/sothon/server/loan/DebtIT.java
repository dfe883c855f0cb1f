package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scope;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.DebtService.NewNote;
import vn.sothon.server.loan.RosterUndo.Reason;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;

/** Debts that need an eye on them, who follows each, and what was agreed. */
class DebtIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void debts_whenRostersTellOfThem_areListedByWhyTheyNeedAnEye(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        LocalDate today = server.bean(ServerClock.class).today();
        tale.apply(creditFile(
                AUGUST,
                tale.loan(1).with(RosterColumn.LAST_TRANSACTION_ON, today),
                tale.loan(2).with(RosterColumn.LAST_TRANSACTION_ON, today).with(RosterColumn.OVERDUE, 5L),
                tale.loan(3)
                        .with(RosterColumn.LAST_TRANSACTION_ON, today)
                        .with(RosterColumn.DUE_ON, today.plusDays(10)),
                tale.loan(4).with(RosterColumn.LAST_TRANSACTION_ON, today.minusMonths(4)),
                tale.loan(5)
                        .with(RosterColumn.LAST_TRANSACTION_ON, today.minusMonths(4))
                        .with(RosterColumn.FROZEN, 9L)));

        assertThat(server.bean(DebtLookup.class).of(all(tale)))
                .extracting(Debt::borrower, Debt::kinds)
                .containsExactly(
                        tuple("Borrower 2", Set.of(Debt.Kind.OVERDUE)),
                        tuple("Borrower 5", Set.of(Debt.Kind.FROZEN)),
                        tuple("Borrower 4", Set.of(Debt.Kind.INACTIVE)),
                        tuple("Borrower 3", Set.of(Debt.Kind.DUE_SOON)));
    }

    @ParameterizedTest
    @EnumSource
    void note_whenItWasWrong_isCorrectedOnceAndBothStayInTheHistory(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1).with(RosterColumn.OVERDUE, 5L)));
        UUID loan = LoanIds.of(tale.number(1));
        LocalDate today = server.bean(ServerClock.class).today();
        DebtService service = server.bean(DebtService.class);
        Scope scope = all(tale);

        UUID first = service.note(
                scope, loan, new NewNote(today, "will pay", today.plusDays(7), 1_000_000L, null), scope.personId());
        service.note(scope, loan, new NewNote(today, "will pay half", null, null, first), scope.personId());

        assertThat(server.bean(DebtLookup.class).one(scope, loan).orElseThrow().last())
                .satisfies(note -> assertThat(note.text()).isEqualTo("will pay half"));
        assertThat(server.bean(DebtLookup.class).history(scope, loan))
                .satisfiesExactlyInAnyOrder(note -> assertThat(note.stands()).isTrue(), note -> {
                    assertThat(note.stands()).isFalse();
                    assertThat(note.promised()).isEqualTo(1_000_000L);
                });
        assertThatThrownBy(() ->
                        service.note(scope, loan, new NewNote(today, "once more", null, null, first), scope.personId()))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("NOT_CORRECTABLE"));
        assertThatThrownBy(() -> service.note(
                        scope, loan, new NewNote(today.plusDays(1), "tomorrow", null, null, null), scope.personId()))
                .isInstanceOf(AdminRefused.class);
        assertThat(server.bean(RosterDesk.class).undo(scope, tale.commune, "Lan"))
                .isEqualTo(new RosterUndo.Refused(Reason.DEBTS_FOLLOWED, 2));
    }

    @ParameterizedTest
    @EnumSource
    void debt_whenSomebodyIsAskedToFollowIt_isWithPeopleOfItsPlaceOnly(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1).with(RosterColumn.OVERDUE, 5L)));
        UUID loan = LoanIds.of(tale.number(1));
        UUID women = person(server, tale, "12");
        UUID farmers = person(server, tale, "11");
        DebtService service = server.bean(DebtService.class);
        Scope stranger = new Scope(UUID.randomUUID(), Set.of(), Set.of("1"), Set.of(), Set.of(), Set.of());

        service.follow(all(tale), loan, women, "Lan");

        assertThat(server.bean(DebtLookup.class)
                        .one(all(tale), loan)
                        .orElseThrow()
                        .followerId())
                .isEqualTo(women);
        assertThatThrownBy(() -> service.follow(all(tale), loan, farmers, "Lan"))
                .isInstanceOf(AdminRefused.class);
        assertThatThrownBy(() -> service.follow(stranger, loan, women, "Lan")).isInstanceOf(AdminRefused.class);
        assertThat(server.bean(DebtLookup.class).history(stranger, loan)).isEmpty();
        service.follow(all(tale), loan, null, "Lan");
        assertThat(server.bean(DebtLookup.class)
                        .one(all(tale), loan)
                        .orElseThrow()
                        .followerId())
                .isNull();
    }

    private static UUID person(RunningServer server, RosterTale tale, String association) {
        Grant grant = new Grant(
                ActingRole.ASSOCIATION_OFFICER, tale.commune, null, association, LocalDate.of(2020, 1, 1), null);
        return server.bean(PeopleService.class)
                .add(new NewPerson("Officer", null, List.of(grant)))
                .id();
    }

    private static Scope all(RosterTale tale) {
        return new Scope(UUID.randomUUID(), Set.of(), Set.of(tale.commune), Set.of(), Set.of(), Set.of());
    }
}
