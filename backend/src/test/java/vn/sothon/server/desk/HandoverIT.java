package vn.sothon.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.PaperOrigin;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.DebtService;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.RosterTale;
import vn.sothon.server.loan.YearPlanService;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.platform.admin.AdminRefused;

/** Somebody leaves an office: his open work passes to the one who comes. */
class HandoverIT {
    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void handover_whenALeaderGoes_passesChecksDebtsAndRecommendationsAndIsLogged(Engine engine) {
        Office office = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        UUID old = office.leader("Tr\u1ea7n V\u0103n Nam");
        UUID young = office.leader("L\u00ea Th\u1ecb Hoa");
        Scope scope = office.scope(young);
        work(office, scope, old);
        Handover handover = office.server.bean(Handover.class);
        assertThat(handover.open(scope, tale.commune, old))
                .extracting(Handover.Part::kind)
                .containsExactly("CHECK", "DEBT", "RECOMMENDATION");

        List<Handover.Part> now = handover.pass(scope, tale.commune, old, young, "retired");

        assertThat(now).extracting(Handover.Part::kind).containsExactly("CHECK", "DEBT", "RECOMMENDATION");
        assertThat(handover.open(scope, tale.commune, old)).isEmpty();
        assertThat(tale.feed("obligation"))
                .allSatisfy(row -> assertThat(row.data()).contains(young.toString()));
        assertThat(tale.feed("recommendation"))
                .allSatisfy(row -> assertThat(row.data()).contains("\"followerId\":\"" + young));
        assertThat(handover.made(scope, tale.commune)).singleElement().satisfies(made -> {
            assertThat(made.passed()).isEqualTo(3);
            assertThat(made.reason()).isEqualTo("retired");
        });
        assertThat(FeedRows.log(office.server, tale.commune))
                .anySatisfy(entry -> assertThat(entry).contains("DECISION", "HANDOVER"));
        assertThat(tale.text("SELECT document FROM decision WHERE kind = 'HANDOVER' AND about = ?", old))
                .doesNotContain("Nam", "Borrower");
        assertThat(office.server.bean(Verification.class).run().faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void handover_whenTheSuccessorOrTheCommuneDoesNotFit_isRefusedAndPassesNothing(Engine engine) {
        Office office = new Office(servers.on(engine));
        Office elsewhere = new Office(servers.on(engine));
        RosterTale tale = office.tale;
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        UUID old = office.leader("Nam");
        Scope scope = office.scope(old);
        work(office, scope, old);
        UUID stranger = elsewhere.leader("Stranger");
        Handover handover = office.server.bean(Handover.class);

        assertThatThrownBy(() -> handover.pass(scope, tale.commune, old, stranger, "x"))
                .isInstanceOf(AdminRefused.class);
        assertThatThrownBy(() -> handover.pass(scope, tale.commune, old, old, "x"))
                .isInstanceOf(AdminRefused.class);
        assertThatThrownBy(() -> handover.pass(elsewhere.scope(stranger), tale.commune, old, stranger, "x"))
                .isInstanceOf(AdminRefused.class);

        assertThat(handover.open(scope, tale.commune, old)).hasSize(3);
    }

    private static void work(Office office, Scope scope, UUID personId) {
        RosterTale tale = office.tale;
        int year = office.today().getYear();
        UUID loan = LoanIds.of(tale.number(1));
        office.server
                .bean(YearPlanService.class)
                .check(
                        scope,
                        tale.group,
                        List.of(loan),
                        year,
                        new YearPlanService.Asked(personId, LocalDate.of(year, 12, 31), "Lan"));
        office.server.bean(DebtService.class).follow(scope, loan, personId, "Lan");
        recommend(office);
    }

    private static void recommend(Office office) {
        UUID typist = office.leader("Typist");
        try {
            Typist who = office.typist(typist);
            PaperScan.Taken taken = office.server
                    .bean(PaperScan.class)
                    .take(new ByteArrayInputStream("%PDF-1".getBytes(StandardCharsets.UTF_8)));
            try (PaperScan.Taken.Aside scan = (PaperScan.Taken.Aside) taken) {
                office.server.bean(PaperDesk.class).type(who, minutes(office), scan);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Paper.Minutes minutes(Office office) {
        return new Paper.Minutes(
                office.server.bean(PaperDesk.class).freshId(),
                new PaperOrigin(office.today(), "Lan", null),
                MonitoringMinutes.Form.VILLAGE,
                RecordSubject.VILLAGE,
                office.tale.commune,
                office.tale.first,
                null,
                null,
                List.of(),
                "content",
                null,
                null,
                List.of(new Paper.Wanted("Meet", null, "\u00f4ng Tr\u1ea7n V\u0103n Nam")),
                List.of());
    }
}
