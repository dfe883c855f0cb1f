package vn.sothon.app.ui.minutes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.client.record.Draft;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.ChecklistAnswer.Answer;
import vn.sothon.model.record.ChecklistAnswer.Item;
import vn.sothon.model.record.GroupFigures;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.MonitoringMinutes.Form;

/**
 * Minutes as far as they are written: typed answers over a draft that may be incomplete. A field that holds null was asked
 * and has nothing to say; one that is missing was not asked yet.
 */
record MinutesForm(Draft draft) {
    /** That the author was asked who checks with him; no field of the record, so it is taken out before sealing. */
    static final String TEAM_ASKED = "teamAsked";

    /**
     * A recommendation as far as it is written.
     *
     * @param responsible who is to do it
     */
    record Advice(UUID id, @Nullable String text, @Nullable LocalDate deadline, @Nullable String responsible) {}

    boolean answered(String field) {
        return draft.payload().has(field);
    }

    @Nullable
    String text(String field) {
        return draft.payload().path(field).asText(null);
    }

    @Nullable
    Form form() {
        String said = text("form");
        return said == null ? null : Form.valueOf(said);
    }

    @Nullable
    RecordSubject subject() {
        String said = text("subject");
        return said == null ? null : RecordSubject.valueOf(said);
    }

    @Nullable
    VisitKind visit() {
        String said = text("visit");
        return said == null ? null : VisitKind.valueOf(said);
    }

    List<Inspector> people(String field) {
        List<Inspector> people = new ArrayList<>();
        for (JsonNode each : draft.payload().path(field)) {
            people.add(new Inspector(
                    each.path("name").asText(), each.path("position").asText(null)));
        }
        return people;
    }

    /** In đồng, or a number of members; null: not known. */
    @Nullable
    Long figure(Figure figure) {
        JsonNode said = draft.payload().path("groupFigures").path(figure.field());
        return said.isNumber() ? said.asLong() : null;
    }

    @Nullable
    String rating() {
        return draft.payload().path("groupFigures").path(Figure.RATING.field()).asText(null);
    }

    @Nullable
    ChecklistAnswer answer(Item item) {
        for (JsonNode each : draft.payload().path("checklist")) {
            if (item.name().equals(each.path("item").asText())) {
                return new ChecklistAnswer(
                        item,
                        Answer.valueOf(each.path("answer").asText()),
                        each.path("note").asText(null));
            }
        }
        return null;
    }

    Findings said() {
        return Findings.read(draft.payload().path("findings"));
    }

    List<Advice> advice() {
        List<Advice> advice = new ArrayList<>();
        for (JsonNode each : draft.payload().path("recommendations")) {
            String deadline = each.path("deadline").asText(null);
            advice.add(new Advice(
                    UUID.fromString(each.path("id").asText()),
                    each.path("text").asText(null),
                    deadline == null ? null : LocalDate.parse(deadline),
                    each.path("responsible").asText(null)));
        }
        return advice;
    }

    /** Minutes on another paper keep what both papers ask. */
    MinutesForm withForm(Form form) {
        return with(next -> {
            if (form != form()) {
                next.remove(
                        List.of("groupFigures", "checklist", "sheetsAttached", "content", "findings", "signatures"));
                next.remove("subject");
            }
            next.put("form", form.name());
            if (form == Form.GROUP_16TD) {
                next.put("subject", RecordSubject.GROUP.name());
            }
        });
    }

    /** Another group has other figures and another leader. */
    MinutesForm withGroup(Draft.Acting where, String code, @Nullable String leader) {
        MinutesForm moved = new MinutesForm(draft.withPlace(where, Draft.About.group(code)));
        return moved.with(next -> {
            if (!code.equals(draft.about().groupCode())) {
                next.remove(List.of("groupFigures", "signatures"));
            }
            next.put("groupLeader", leader);
        });
    }

    MinutesForm withPlace(Draft.Acting where) {
        return new MinutesForm(draft.withPlace(where, Draft.About.nothing()));
    }

    /** An empty text says that there is nothing to say. */
    MinutesForm withText(String field, String words) {
        return with(next -> next.put(field, words.trim().isEmpty() ? null : words.trim()));
    }

    MinutesForm withPeople(String field, List<Inspector> people) {
        return with(next -> {
            ArrayNode list = next.putArray(field);
            people.forEach(each -> list.add(Json.tree(each)));
            if (field.equals("team")) {
                next.put(TEAM_ASKED, true);
            }
        });
    }

    MinutesForm withFigures(GroupFigures figures) {
        return with(next -> next.set("groupFigures", Json.tree(figures)));
    }

    MinutesForm withFigure(Figure figure, @Nullable Long said) {
        return with(next -> {
            figures(next).put(figure.field(), said);
        });
    }

    MinutesForm withRating(@Nullable String said) {
        return with(next -> {
            figures(next).put(Figure.RATING.field(), said);
        });
    }

    MinutesForm withAnswer(Item item, Answer answer, @Nullable String note) {
        return with(next -> {
            ArrayNode list = next.arrayNode();
            for (Item each : Item.values()) {
                ChecklistAnswer said = each == item ? new ChecklistAnswer(item, answer, note) : answer(each);
                if (said != null) {
                    list.add(Json.tree(said));
                }
            }
            next.set("checklist", list);
        });
    }

    MinutesForm withFindings(Findings said) {
        return with(next -> next.set("findings", said.write()));
    }

    MinutesForm withAdvice(List<Advice> advice) {
        return with(next -> {
            ArrayNode list = next.putArray("recommendations");
            for (Advice each : advice) {
                list.addObject()
                        .put("id", each.id().toString())
                        .put("text", each.text())
                        .put(
                                "deadline",
                                each.deadline() == null ? null : each.deadline().toString())
                        .put("responsible", each.responsible());
            }
        });
    }

    MinutesForm withAdvice(int at, UnaryOperator<Advice> change) {
        List<Advice> advice = advice();
        advice.set(at, change.apply(advice.get(at)));
        return withAdvice(advice);
    }

    MinutesForm withSheets(int number) {
        return with(next -> next.put("sheetsAttached", number));
    }

    private MinutesForm with(Consumer<ObjectNode> change) {
        ObjectNode next = draft.payload().deepCopy();
        change.accept(next);
        return new MinutesForm(draft.withPayload(next));
    }

    private static ObjectNode figures(ObjectNode payload) {
        return payload.has("groupFigures")
                ? (ObjectNode) payload.get("groupFigures")
                : payload.putObject("groupFigures");
    }
}
