package vn.sothon.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private static final byte[] TEXT = "{\"a\":\"đồng\"}".getBytes(StandardCharsets.UTF_8);

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void refused(byte[] raw, @Nullable String encoding, int max, int status, String code) {
        assertThatThrownBy(() -> BoundedBody.read(raw, encoding, max))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.status().getCode()).isEqualTo(status);
                    assertThat(refusal.code()).isEqualTo(code);
                });
    }

    @Test
    void read_whenPlainOrZipped_givesTheText() throws IOException {
        String expected = new String(TEXT, StandardCharsets.UTF_8);

        assertThat(BoundedBody.read(TEXT, null, 100)).isEqualTo(expected);
        assertThat(BoundedBody.read(TEXT, "identity", TEXT.length)).isEqualTo(expected);
        assertThat(BoundedBody.read(gzip(TEXT), " GZIP ", TEXT.length)).isEqualTo(expected);
        assertThat(BoundedBody.read(null, null, 1)).isEmpty();
    }

    @Test
    void read_whenItInflatesBeyondTheLimit_stopsThere() throws IOException {
        byte[] bomb = gzip(new byte[50 << 20]);

        assertThat(bomb.length).isLessThan(60_000);
        refused(bomb, "gzip", 2 << 20, 413, "TOO_LARGE");
        refused(TEXT, null, TEXT.length - 1, 413, "TOO_LARGE");
    }

    @Test
    void read_whenItIsNotWhatItSays_isRefused() throws IOException {
        byte[] zipped = gzip(TEXT);

        refused(TEXT, "gzip", 100, 400, "GZIP_MALFORMED");
        refused(Arrays.copyOf(zipped, zipped.length - 6), "gzip", 100, 400, "GZIP_MALFORMED");
        refused(TEXT, "br", 100, 415, "ENCODING_UNSUPPORTED");
        refused(new byte[] {'"', (byte) 0xc4, '"'}, null, 100, 400, "UTF8_MALFORMED");
        refused(gzip(new byte[] {(byte) 0xff}), "gzip", 100, 400, "UTF8_MALFORMED");
    }
}
