package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.TimeFrame;

/**
 * A task as the document gives it; an empty list is where the document is silent.
 *
 * @param key the number as printed, parents joined by a dot; a further block without a number adds a plus
 * @param section the key of its section
 * @param readings each field's original text, its place, and how sure the reading is
 */
public record ImportedTask(
        @JsonProperty("key") String key,
        @JsonProperty("section") String section,
        @JsonProperty("content") String content,
        @JsonProperty("leadUnits") List<String> leadUnits,
        @JsonProperty("executingUnits") List<String> executingUnits,
        @JsonProperty("coordinatingUnits") List<String> coordinatingUnits,
        @JsonProperty("products") List<String> products,
        @JsonProperty("timeFrame") TimeFrame timeFrame,
        @JsonProperty("accepts") List<Acceptance> accepts,
        @JsonProperty("source") SourceLines source,
        @JsonProperty("doubts") List<Doubt> doubts,
        @JsonProperty("readings") List<FieldReading> readings) {

    public ImportedTask {
        leadUnits = List.copyOf(leadUnits);
        executingUnits = List.copyOf(executingUnits);
        coordinatingUnits = List.copyOf(coordinatingUnits);
        products = List.copyOf(products);
        accepts = List.copyOf(accepts);
        doubts = List.copyOf(doubts);
        readings = List.copyOf(readings);
    }

    ImportedTask accepting(List<Acceptance> records) {
        return new ImportedTask(
                key,
                section,
                content,
                leadUnits,
                executingUnits,
                coordinatingUnits,
                products,
                timeFrame,
                records,
                source,
                doubts,
                readings);
    }
}
