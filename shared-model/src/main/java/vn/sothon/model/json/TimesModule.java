package vn.sothon.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as {@code yyyy-MM-dd'T'HH:mm:ss.SSS'Z'} and days as {@code yyyy-MM-dd}; no other spelling is read. */
final class TimesModule extends SimpleModule {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    TimesModule() {
        super("sothon-times");
        addSerializer(Instant.class, new StdScalarSerializer<Instant>(Instant.class) {
            @Override
            public void serialize(Instant value, JsonGenerator out, SerializerProvider p) throws IOException {
                out.writeString(INSTANT.format(value));
            }
        });
        addSerializer(LocalDate.class, new StdScalarSerializer<LocalDate>(LocalDate.class) {
            @Override
            public void serialize(LocalDate value, JsonGenerator out, SerializerProvider p) throws IOException {
                out.writeString(value.toString());
            }
        });
        addDeserializer(Instant.class, new StdScalarDeserializer<Instant>(Instant.class) {
            @Override
            public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
                String text = in.getText();
                try {
                    return INSTANT.parse(text, Instant::from);
                } catch (DateTimeException e) {
                    throw context.weirdStringException(text, Instant.class, "not a time of this contract");
                }
            }
        });
        addDeserializer(LocalDate.class, new StdScalarDeserializer<LocalDate>(LocalDate.class) {
            @Override
            public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
                String text = in.getText();
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeException e) {
                    throw context.weirdStringException(text, LocalDate.class, "not a day of this contract");
                }
            }
        });
    }
}
