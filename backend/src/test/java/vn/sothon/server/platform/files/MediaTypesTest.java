package vn.sothon.server.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypesTest {
    @Test
    void sniff_whenBytesBeginAsOneOfOurs_namesIt() {
        assertThat(MediaTypes.sniff(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .isEqualTo(MediaTypes.JPEG);
        assertThat(MediaTypes.sniff(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
                .isEqualTo(MediaTypes.PNG);
        assertThat(MediaTypes.sniff(bytes("%PDF-1.7"))).isEqualTo(MediaTypes.PDF);
        assertThat(MediaTypes.sniff(bytes("\0\0\0\u0018ftypM4A "))).isEqualTo(MediaTypes.AUDIO);
    }

    @Test
    void sniff_whenBytesAreAnythingElse_doesNotGuess() {
        assertThat(MediaTypes.sniff(bytes("<html><script>"))).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(MediaTypes.sniff(new byte[0])).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(MediaTypes.sniff(new byte[] {(byte) 0xff, (byte) 0xd8})).isEqualTo(MediaTypes.UNKNOWN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
