package vn.sothon.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which part of the app may know which. */
class ArrowsTest {
    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.sothon.app");

    @Test
    void parts_whenTheyLeanOnOneAnother_doSoOneWay() {
        slices().matching("vn.sothon.app.data.(*)..").should().beFreeOfCycles().check(APP);
        noClasses()
                .that()
                .resideInAnyPackage("vn.sothon.app.data..", "vn.sothon.app.platform..", "vn.sothon.app.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.sothon.app.ui..")
                .check(APP);
        noClasses()
                .that()
                .resideInAnyPackage("vn.sothon.app.data..", "vn.sothon.app.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.sothon.app", "vn.sothon.app.wiring..")
                .check(APP);
    }

    @Test
    void screens_whenTheyNeedTheServerOrTheFile_askTheWiring() {
        noClasses()
                .that()
                .resideInAPackage("vn.sothon.app.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "okhttp3..",
                        "vn.sothon.app.data.http..",
                        "vn.sothon.app.data.secret..",
                        "vn.sothon.client.store..")
                .check(APP);
    }
}
