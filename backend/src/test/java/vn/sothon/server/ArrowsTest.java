package vn.sothon.server;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's arrows: a class knows lower layers only. */
@AnalyzeClasses(packages = "vn.sothon.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    private static final String ROOT = "vn.sothon.server.";

    @ArchTest
    static final ArchRule layers_knowLowerLayersOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("platform")
            .definedBy(ROOT + "platform..")
            .layer("people")
            .definedBy(ROOT + "org..", ROOT + "device..", ROOT + "access..")
            .layer("facts")
            .definedBy(ROOT + "plan..", ROOT + "loan..", ROOT + "record..")
            .layer("tie")
            .definedBy(ROOT + "tie..")
            .layer("alert")
            .definedBy(ROOT + "alert..")
            .layer("outside")
            .definedBy(ROOT + "report..", ROOT + "sync..", ROOT + "console..", ROOT + "ops..", ROOT + "desk..")
            .layer("app")
            .definedBy(ROOT + "app..")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("people")
            .mayOnlyAccessLayers("platform")
            .whereLayer("facts")
            .mayOnlyAccessLayers("platform", "people")
            .whereLayer("tie")
            .mayOnlyAccessLayers("platform", "people", "facts")
            .whereLayer("alert")
            .mayOnlyAccessLayers("platform", "people", "facts", "tie")
            .whereLayer("outside")
            .mayOnlyAccessLayers("platform", "people", "facts", "tie", "alert")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule plansLoansAndRecords_doNotKnowEachOther = slices().matching(ROOT + "(plan|loan|record)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_haveNoCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles().allowEmptyShould(true);
}
