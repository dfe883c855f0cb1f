package vn.sothon.app.ui.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.Inspector;

/** A sheet as far as it is written: what a person adds to the figures of a visit. */
record SheetForm(Draft draft) {
    static final String PLACE = "place";
    static final String PLAN = "planOfUse";
    static final String MEASURES = "measures";

    boolean answered(String field) {
        return draft.payload().has(field);
    }

    @Nullable
    String text(String field) {
        return draft.payload().path(field).asText(null);
    }

    /** Those who check, the author first. */
    List<Inspector> inspectors() {
        List<Inspector> inspectors = new ArrayList<>();
        for (JsonNode each : draft.payload().path("inspectors")) {
            inspectors.add(new Inspector(
                    each.path("name").asText(), each.path("position").asText(null)));
        }
        return inspectors;
    }

    /** The sheet with the figures it was made with last. */
    CheckSheet sheet() {
        try {
            return Json.tolerant(draft.payload(), CheckSheet.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("this phone made a sheet it cannot read", e);
        }
    }

    /** An empty text says that there is nothing to say. */
    SheetForm withText(String field, String words) {
        ObjectNode next = draft.payload().deepCopy();
        next.put(field, words.trim().isEmpty() ? null : words.trim());
        return new SheetForm(draft.withPayload(next));
    }

    SheetForm withInspectors(List<Inspector> inspectors) {
        ObjectNode next = draft.payload().deepCopy();
        ArrayNode list = next.putArray("inspectors");
        inspectors.forEach(each -> list.add(Json.tree(each)));
        return new SheetForm(draft.withPayload(next));
    }
}
