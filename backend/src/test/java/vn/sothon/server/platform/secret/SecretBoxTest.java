package vn.sothon.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.sync.Seals;

class SecretBoxTest {
    @TempDir
    Path folder;

    private ServerKeys keys() {
        return new ServerKeys(folder.toString(), "");
    }

    @Test
    void aSecret_isReadByItsOwnerOnly() {
        SecretBox box = new SecretBox(keys());
        String locked = box.lock("KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD", "one");

        assertThat(locked).startsWith("v1.").doesNotContain("KVKFKRCP");
        assertThat(box.open(locked, "one")).hasValue("KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD");
        assertThat(box.open(locked, "another")).isEmpty();
        assertThat(box.lock("same", "one")).isNotEqualTo(box.lock("same", "one"));
    }

    @Test
    void aSecret_thatSomebodyChanged_isNotRead() {
        SecretBox box = new SecretBox(keys());
        String locked = box.lock("secret", "one");
        int last = locked.length() - 3;
        String changed =
                locked.substring(0, last) + (locked.charAt(last) == 'A' ? 'B' : 'A') + locked.substring(last + 1);

        assertThat(box.open(changed, "one")).isEmpty();
        for (String wrong :
                List.of("", "v1.", "v1..", "v1.abc.def", "v1." + locked.split("\\.")[1] + ".", "v1.a.b.c", "v1.x.%%")) {
            assertThat(box.open(wrong, "one")).as(wrong).isEmpty();
        }
    }

    @Test
    void keys_areForTheOwnerOfTheFileAloneAndTheSameAfterAStart() throws Exception {
        ServerKeys first = keys();
        String locked = new SecretBox(first).lock("secret", "one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(KeyFile.NAME))))
                .isEqualTo("rw-------");
        assertThat(keys().signerId()).isEqualTo(first.signerId());
        assertThat(new SecretBox(keys()).open(locked, "one")).hasValue("secret");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void keys_whenRenewed_stillReadWhatOldOnesLockedAndSigned() throws Exception {
        ServerKeys keys = keys();
        SecretBox box = new SecretBox(keys);
        String before = box.lock("secret", "one");
        String signer = keys.signerId();
        byte[] bytes = {1, 2, 3};
        String signature = keys.sign(bytes);

        keys.renew();

        assertThat(box.open(before, "one")).hasValue("secret");
        assertThat(box.isPresent(before)).isFalse();
        assertThat(box.isPresent(box.lock("secret", "one"))).isTrue();
        assertThat(keys.signerId()).isNotEqualTo(signer);
        assertThat(Seals.verify(
                        Signature.getInstance("SHA256withECDSA"),
                        Seals.publicKey(keys().publicKeys().get(signer)),
                        bytes,
                        signature))
                .isTrue();
    }

    @Test
    void nodes_thatStartTogetherOnOneFile_haveTheSameKeys() {
        String shared = folder.resolve("shared.keys").toString();

        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> new ServerKeys(folder.toString(), shared).signerId())
                        .distinct())
                .hasSize(1);
    }
}
