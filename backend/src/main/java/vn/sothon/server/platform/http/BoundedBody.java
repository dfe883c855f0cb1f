package vn.sothon.server.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a request's body, inflated no further than a limit: a small body must not fill the memory. The server's
 * own inflating is switched off for this.
 */
public final class BoundedBody {
    private BoundedBody() {}

    /**
     * Inflates and decodes.
     *
     * @param contentEncoding as the header says: absent, {@code identity} or {@code gzip}
     * @throws Refusal 413 {@code TOO_LARGE}, 400 {@code GZIP_MALFORMED} or {@code UTF8_MALFORMED}, 415 {@code
     *     ENCODING_UNSUPPORTED}
     */
    public static String read(byte @Nullable [] raw, @Nullable String contentEncoding, int maxInflated) {
        byte[] bytes = raw == null ? new byte[0] : raw;
        String encoding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> text(limited(bytes, maxInflated));
            case "gzip", "x-gzip" -> text(inflated(bytes, maxInflated));
            default ->
                throw new Refusal(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "ENCODING_UNSUPPORTED", HttpHeaders.CONTENT_ENCODING);
        };
    }

    private static byte[] limited(byte[] bytes, int max) {
        if (bytes.length > max) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE");
        }
        return bytes;
    }

    private static byte[] inflated(byte[] bytes, int max) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return limited(in.readNBytes(max + 1), max);
        } catch (IOException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "GZIP_MALFORMED");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "UTF8_MALFORMED");
        }
    }
}
