package vn.sothon.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;

/**
 * The one codec. Two readings: {@link #strict} for sealed bytes, which must mean the same for ever, and {@link
 * #tolerant} for answers of a server that may be newer than the phone.
 */
public final class Json {
    private static final BigInteger SAFE = BigInteger.valueOf((1L << 53) - 1);
    private static final int DEEPEST = 32;

    private static final ObjectMapper STRICT =
            builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final ObjectMapper TOLERANT = builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private Json() {}

    private static JsonMapper.Builder builder() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new TimesModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    }

    /** Reads bytes that were sealed: nothing unknown, repeated, trailing, null, beyond 2^53−1 or half a character. */
    public static <T> T strict(String json, Class<T> type) throws JsonRefused {
        scan(json);
        return read(STRICT, json, type);
    }

    /** Reads a tree that is itself part of sealed bytes already scanned by {@link #strict}. */
    public static <T> T strict(JsonNode tree, Class<T> type, String path) throws JsonRefused {
        try {
            return STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            JsonRefused refused = refused(e);
            throw new JsonRefused(refused.code(), refused.field().isEmpty() ? path : path + "." + refused.field());
        }
    }

    /** Reads an answer or a request envelope: what is unknown is passed over. */
    public static <T> T tolerant(String json, Class<T> type) throws JsonRefused {
        return read(TOLERANT, json, type);
    }

    public static <T> T tolerant(JsonNode tree, Class<T> type) throws JsonRefused {
        try {
            return TOLERANT.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    public static String write(Object value) {
        try {
            return STRICT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(Object value) {
        return STRICT.valueToTree(value);
    }

    /** The mapper for frameworks that want one; answers are written as here, requests read tolerantly. */
    public static ObjectMapper mapper() {
        return TOLERANT;
    }

    private static <T> T read(ObjectMapper mapper, String json, Class<T> type) throws JsonRefused {
        try {
            T value = mapper.readValue(json, type);
            if (value == null) {
                throw new JsonRefused("JSON_NULL", "");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private static void scan(String json) throws JsonRefused {
        try (JsonParser parser = STRICT.getFactory().createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                check(parser, token);
                token = parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new JsonRefused("JSON_MALFORMED", "");
        }
    }

    private static void check(JsonParser parser, JsonToken token) throws IOException, JsonRefused {
        if (token == JsonToken.VALUE_NULL) {
            throw new JsonRefused("JSON_NULL", field(parser));
        }
        if (token == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.INT
                && parser.getBigIntegerValue().abs().compareTo(SAFE) > 0) {
            throw new JsonRefused("NUMBER_TOO_LARGE", field(parser));
        }
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && hasLoneSurrogate(parser.getText())) {
            throw new JsonRefused("LONE_SURROGATE", field(parser));
        }
    }

    /** Where the parser stands: worked out only where something is wrong there. */
    private static String field(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static JsonRefused refused(JsonProcessingException e) {
        String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        if (e instanceof UnrecognizedPropertyException) {
            return new JsonRefused("UNKNOWN_FIELD", field);
        }
        if (e instanceof InvalidNullException) {
            return new JsonRefused("JSON_NULL", field);
        }
        if (e instanceof InvalidFormatException format && e.getClass() == InvalidFormatException.class) {
            Class<?> target = format.getTargetType();
            boolean number = !(format.getValue() instanceof String)
                    || (target != null && (target.isPrimitive() || Number.class.isAssignableFrom(target)));
            return new JsonRefused(number ? "WRONG_TYPE" : "UNKNOWN_VALUE", field);
        }
        if (e instanceof MismatchedInputException mismatched) {
            String message = mismatched.getOriginalMessage();
            if (message != null && message.startsWith("Missing required creator property")) {
                return new JsonRefused("REQUIRED", missingName(message, field));
            }
            if (message != null && message.startsWith("Trailing token")) {
                return new JsonRefused("JSON_TRAILING", "");
            }
            return new JsonRefused("WRONG_TYPE", field);
        }
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate ")) {
            return new JsonRefused("JSON_DUPLICATE_KEY", "");
        }
        return new JsonRefused("JSON_MALFORMED", field);
    }

    private static String missingName(String message, String field) {
        int from = message.indexOf('\'');
        int to = message.indexOf('\'', from + 1);
        String name = from >= 0 && to > from ? message.substring(from + 1, to) : "";
        if (field.isEmpty() || field.equals(name) || field.endsWith("." + name)) {
            return field.isEmpty() ? name : field;
        }
        return field + "." + name;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                if (path.length() > 0) {
                    path.append('.');
                }
                path.append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
