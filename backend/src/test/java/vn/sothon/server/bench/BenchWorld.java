package vn.sothon.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.RosterService;
import vn.sothon.server.loan.RosterSource;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.loan.importer.RosterReader;
import vn.sothon.server.loan.importer.SampleCommune;
import vn.sothon.server.loan.importer.SampleRoster;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.PlanImporter;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** A commune with a published plan, 2,000 loans and some village heads with phones, so that every check is tied. */
record BenchWorld(String village, String commune, List<LoanRow> loans, List<SealingPhone> phones) {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final String PLAN = "/sample-plans/bai-cat-commune.txt";
    private static final int LOANS = 2_000;
    private static final long SEED = 7;

    static BenchWorld on(RunningServer server, Path folder, int phones) throws Exception {
        SampleCommune commune = SampleCommune.invent("970001", "Commune", 2, 40, SEED);
        AreaService areas = server.bean(AreaService.class);
        areas.put(new NewArea("97", AreaKind.PROVINCE, "Province", null, LONG_AGO));
        areas.put(new NewArea(commune.communeCode(), AreaKind.COMMUNE, "Commune", "97", LONG_AGO));
        for (SampleCommune.Village village : commune.villages()) {
            areas.put(new NewArea(village.code(), AreaKind.VILLAGE, village.name(), commune.communeCode(), LONG_AGO));
        }
        publish(server, commune.communeCode());
        SampleRoster roster = SampleRoster.invent(commune, LOANS, SEED, LocalDate.now());
        Path file = folder.resolve("roster.xlsx");
        roster.writeXlsx(file);
        var unused = server.bean(RosterService.class)
                .apply(
                        new RosterReader().read(file),
                        new RosterSource("roster.xlsx", "0".repeat(64), commune.communeCode(), "benchmark"),
                        Instant.now());
        String village = commune.villages().get(0).code();
        List<SealingPhone> enrolled = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            enrolled.add(phone(server, village, i));
        }
        List<LoanRow> here = roster.loans().stream()
                .filter(loan -> village.equals(loan.villageCode()))
                .toList();
        return new BenchWorld(village, commune.communeCode(), here, enrolled);
    }

    private static void publish(RunningServer server, String commune) throws Exception {
        String text;
        try (InputStream in = Objects.requireNonNull(BenchWorld.class.getResourceAsStream(PLAN))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        TaskClassifier classifier = new TaskClassifier();
        ImportedPlan plan = new PlanImporter(task -> classifier.classify(task.content(), task.products()))
                .readText(text, "plan.txt");
        PlanService plans = server.bean(PlanService.class);
        LocalDate newYear = LocalDate.now().withDayOfYear(1);
        var unused = server.bean(Writer.class).write(tx -> {
            PlanService.Imported draft =
                    plans.importDraft(tx, plan, "plan.txt", Seals.sha256(text), commune, Instant.now());
            return plans.publish(tx, draft.planId(), newYear, commune, null);
        });
    }

    private static SealingPhone phone(RunningServer server, String village, int number) throws Exception {
        var person = server.bean(PeopleService.class)
                .add(new NewPerson(
                        "Village head " + number,
                        null,
                        List.of(new Grant(ActingRole.VILLAGE_HEAD, village, null, null, LONG_AGO, null))));
        String code = server.bean(EnrolmentService.class)
                .makeCode(person.id(), EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    /** A phone's nth check: each is of another loan until all have had their turn. */
    SealedItem seal(SealingPhone phone, int n) {
        LoanRow loan = loans.get(n % loans.size());
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, commune);
        draft.villageCode = village;
        draft.loanNumber = loan.loanNumber();
        draft.groupCode = loan.groupCode();
        draft.payload = SealingPhone.properCheck(Objects.requireNonNull(loan.disbursedAmount()));
        return phone.seal(draft);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
