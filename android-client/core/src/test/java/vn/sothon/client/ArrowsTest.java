package vn.sothon.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** Which part of the phone may know which. */
class ArrowsTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.sothon.client");

    @Test
    void core_whenItNeedsSomething_findsItInTheJdkOrTheSharedModel() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "vn.sothon.client..",
                        "vn.sothon.model..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(CORE);
    }

    @Test
    void parts_whenTheyLeanOnOneAnother_doSoOneWay() {
        slices().matching("vn.sothon.client.(*)..").should().beFreeOfCycles().check(CORE);
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("store")
                .definedBy("vn.sothon.client.store..")
                .layer("session")
                .definedBy("vn.sothon.client.session..")
                .layer("record")
                .definedBy("vn.sothon.client.record..")
                .layer("task")
                .definedBy("vn.sothon.client.task..")
                .layer("alert")
                .definedBy("vn.sothon.client.alert..")
                .layer("home")
                .definedBy("vn.sothon.client.home..")
                .layer("sync")
                .definedBy("vn.sothon.client.sync..")
                .layer("enrol")
                .definedBy("vn.sothon.client.enrol..")
                .whereLayer("enrol")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("home")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("alert")
                .mayOnlyBeAccessedByLayers("home")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("enrol")
                .whereLayer("task")
                .mayOnlyBeAccessedByLayers("alert", "home", "sync", "enrol")
                .whereLayer("record")
                .mayOnlyBeAccessedByLayers("alert", "home", "task", "sync", "enrol")
                .check(CORE);
    }
}
