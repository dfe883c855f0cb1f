package vn.sothon.server.tie;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.TieQuestion;

/** One record of a records file: its id and what the tie asks of it. Fields it does not know are passed over. */
record RecordLine(String id, TieQuestion question) {
    private static final int LONGEST_SHOWN = 60;
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    static RecordLine read(String line) throws BadLine {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BadLine(BadLine.Code.MALFORMED_JSON, e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadLine(BadLine.Code.NOT_AN_OBJECT, shown(node));
        }
        RecordKind kind = code(node, "kind", RecordKind.class);
        if (!kind.isTied()) {
            throw new BadLine(BadLine.Code.UNKNOWN_CODE, "kind " + kind + " fulfils no task by itself");
        }
        return new RecordLine(
                text(node, "id"),
                new TieQuestion(
                        null,
                        kind,
                        code(node, "authorRole", ActingRole.class),
                        code(node, "subject", RecordSubject.class),
                        visit(node),
                        findings(node),
                        date(node),
                        List.of(ImportedTasks.EVERYWHERE),
                        null));
    }

    private static @Nullable VisitKind visit(JsonNode node) throws BadLine {
        return node.path("visit").isNull() || node.path("visit").isMissingNode()
                ? null
                : code(node, "visit", VisitKind.class);
    }

    private static Set<FindingCode> findings(JsonNode node) throws BadLine {
        JsonNode findings = node.path("findings");
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        if (findings.isMissingNode() || findings.isNull()) {
            return codes;
        }
        if (!findings.isArray()) {
            throw new BadLine(BadLine.Code.WRONG_TYPE, "findings " + shown(findings));
        }
        for (JsonNode finding : findings) {
            codes.add(code("findings", finding, FindingCode.class));
        }
        return codes;
    }

    private static LocalDate date(JsonNode node) throws BadLine {
        String date = text(node, "date");
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new BadLine(BadLine.Code.BAD_DATE, "date " + date);
        }
    }

    private static <E extends Enum<E>> E code(JsonNode node, String field, Class<E> type) throws BadLine {
        return code(field, node.path(field), type);
    }

    private static <E extends Enum<E>> E code(String field, JsonNode value, Class<E> type) throws BadLine {
        if (value.isMissingNode() || value.isNull()) {
            throw new BadLine(BadLine.Code.MISSING_FIELD, field);
        }
        if (!value.isTextual()) {
            throw new BadLine(BadLine.Code.WRONG_TYPE, field + " " + shown(value));
        }
        try {
            return Enum.valueOf(type, value.textValue());
        } catch (IllegalArgumentException e) {
            throw new BadLine(BadLine.Code.UNKNOWN_CODE, field + " " + shown(value));
        }
    }

    private static String text(JsonNode node, String field) throws BadLine {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadLine(BadLine.Code.MISSING_FIELD, field);
        }
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new BadLine(BadLine.Code.WRONG_TYPE, field + " " + shown(value));
        }
        return value.asText();
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
