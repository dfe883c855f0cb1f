package vn.sothon.server.console.records;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.server.console.page.Formats;
import vn.sothon.server.console.page.Texts;

/**
 * A record's fields with the words of the paper beside them. Fields are taken from the sealed bytes as they stand there, so
 * that one a newer form adds is shown too, under its own name until it has a text.
 */
@Singleton
class RecordFields {
    private static final Set<String> MONEY = Set.of(
            "reallyReceived",
            "realOutstanding",
            "properAmount",
            "misusedAmount",
            "interestOwed",
            "savingsBalance",
            "disbursed",
            "outstanding",
            "overdue",
            "frozen",
            "interestArrears",
            "savings",
            "amount");
    private static final Set<String> NOT_FOR_READERS = Set.of("hash", "drawing", "id");

    private final Texts texts;

    RecordFields(Texts texts) {
        this.texts = texts;
    }

    /** Fields under one heading. */
    public record Part(String title, List<Field> fields) {}

    public record Field(String label, String value) {}

    List<Part> of(ReadItem item, Locale locale) {
        List<Part> parts = new ArrayList<>();
        List<Field> head = new ArrayList<>();
        JsonNode payload = item.body().payload();
        for (Map.Entry<String, JsonNode> field : payload.properties()) {
            if (!field.getValue().isContainerNode()) {
                head.add(field(field.getKey(), field.getValue(), locale));
            }
        }
        parts.add(new Part(texts.say(locale, "records.part.what"), head));
        if (item.body().seen() != null) {
            parts.add(part("seen", Json.tree(item.body().seen()), locale));
        }
        for (Map.Entry<String, JsonNode> field : payload.properties()) {
            if (field.getValue().isContainerNode() && !field.getValue().isEmpty()) {
                parts.add(part(field.getKey(), field.getValue(), locale));
            }
        }
        if (item.body().reason() != null) {
            parts.add(new Part(
                    texts.say(locale, "records.part.correction"),
                    List.of(new Field(label("reason", locale), item.body().reason()))));
        }
        return parts;
    }

    private Part part(String name, JsonNode value, Locale locale) {
        List<Field> fields = new ArrayList<>();
        if (value.isArray()) {
            int n = 0;
            for (JsonNode one : value) {
                fields.add(new Field(
                        String.valueOf(++n), one.isContainerNode() ? sentence(one, locale) : text(name, one, locale)));
            }
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                fields.add(field(field.getKey(), field.getValue(), locale));
            }
        }
        return new Part(label(name, locale), fields);
    }

    private Field field(String name, JsonNode value, Locale locale) {
        return new Field(label(name, locale), text(name, value, locale));
    }

    private String sentence(JsonNode node, Locale locale) {
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (NOT_FOR_READERS.contains(field.getKey())) {
                continue;
            }
            String text = text(field.getKey(), field.getValue(), locale);
            boolean speaks = Set.of("name", "text", "code", "as", "item", "answer", "area", "note", "position")
                    .contains(field.getKey());
            said.add(speaks ? text : label(field.getKey(), locale) + ": " + text);
        }
        return String.join(" \u00b7 ", said);
    }

    private String text(String name, JsonNode value, Locale locale) {
        Formats formats = new Formats(locale);
        if (value.isNumber()) {
            return MONEY.contains(name) ? formats.money(value.longValue()) : value.asText();
        }
        if (value.isContainerNode()) {
            return sentence(value, locale);
        }
        String text = value.asText();
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return formats.day(LocalDate.parse(text));
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")) {
            return formats.time(Instant.parse(text));
        }
        return text.matches("[A-Z][A-Z0-9_]+")
                ? texts.find(locale, "records.value." + text).orElse(text)
                : text;
    }

    private String label(String name, Locale locale) {
        return texts.find(locale, "records.field." + name).orElse(name);
    }
}
