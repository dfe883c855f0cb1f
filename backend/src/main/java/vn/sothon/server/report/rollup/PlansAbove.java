package vn.sothon.server.report.rollup;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.importer.CitedDocument;
import vn.sothon.server.plan.importer.ImportedPlan;

/** Finds the plan that a plan says it rests on: by the numbers among its basis documents. */
@Singleton
class PlansAbove {
    private static final String KINDS = "/report/plans-above.txt";

    private final PlanLookup plans;
    private final AreaLookup areas;
    private final List<String> kinds = kinds();

    PlansAbove(PlanLookup plans, AreaLookup areas) {
        this.plans = plans;
        this.areas = areas;
    }

    /**
     * What the basis documents name.
     *
     * @param loaded plans in force here, of an area this one lies in
     * @param notLoaded numbers of plans that are not here
     */
    record Found(List<PlanView> loaded, List<String> notLoaded) {}

    Found of(Connection connection, PlanView plan) throws SQLException {
        List<PlanView> loaded = new ArrayList<>();
        List<String> notLoaded = new ArrayList<>();
        Optional<ImportedPlan> document = plans.document(connection, plan.id());
        List<PlanView> all = plans.list(connection);
        for (CitedDocument basis : document.map(ImportedPlan::basis).orElse(List.of())) {
            String number = basis.number();
            if (number == null || kinds.stream().noneMatch(kind -> bare(number).endsWith(kind))) {
                continue;
            }
            Optional<PlanView> found = all.stream()
                    .filter(other -> number(other).equals(bare(number)))
                    .filter(other -> isAbove(other, plan))
                    .reduce((older, newer) -> newer);
            if (found.isEmpty()) {
                notLoaded.add(number);
            } else if (!loaded.contains(found.get())) {
                loaded.add(found.get());
            }
        }
        return new Found(loaded, notLoaded);
    }

    /** Whether a plan is published for an area that the other's area lies in. */
    boolean isAbove(PlanView above, PlanView plan) {
        String here = plan.areaCode();
        String there = above.areaCode();
        return above.line() != null
                && above.status() != PlanStatus.WITHDRAWN
                && here != null
                && there != null
                && !here.equals(there)
                && areas.path(here).contains(there);
    }

    private static String number(PlanView plan) {
        String number = plan.number();
        return number == null ? "" : bare(number);
    }

    private static String bare(String number) {
        return FoldedText.words(number);
    }

    private static List<String> kinds() {
        try (InputStream in = PlansAbove.class.getResourceAsStream(KINDS)) {
            if (in == null) {
                throw new IllegalStateException(KINDS + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FoldedText::words)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
