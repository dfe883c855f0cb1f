package vn.sothon.server.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;
import vn.sothon.server.console.session.FailureBook.Failures;

class FailureBookIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void failures_whenTheServerStartsAnew_areStillThere(Engine engine) throws Exception {
        ServerSettings settings = engine.settings(folder);
        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(server.bean(FailureBook.class).replace("key", null, new Failures(7, 1000)))
                    .isTrue();
        }

        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(server.bean(FailureBook.class).find("key")).hasValue(new Failures(7, 1000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void replace_whenSomebodyWasFaster_changesNothing(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            FailureBook book = server.bean(FailureBook.class);
            Failures one = new Failures(1, 10);
            Failures two = new Failures(2, 20);

            assertThat(book.replace("key", null, one)).isTrue();
            assertThat(book.replace("key", null, two)).isFalse();
            assertThat(book.replace("key", two, new Failures(3, 30))).isFalse();
            assertThat(book.replace("key", two, null)).isFalse();
            assertThat(book.find("key")).hasValue(one);
            assertThat(book.replace("key", one, two)).isTrue();
            book.forget(20);
            assertThat(book.find("key")).hasValue(two);
            book.forget(21);
            assertThat(book.find("key")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void attempts_thatComeTogether_areNotAllFree(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            SignInThrottle throttle = server.bean(SignInThrottle.class);
            InetAddress here = InetAddress.getByName("192.0.2.1");
            List<Boolean> free = IntStream.range(0, 32)
                    .parallel()
                    .mapToObj(i -> !throttle.begin("leader", here).mustWait())
                    .toList();

            assertThat(free.stream().filter(Boolean::booleanValue)).hasSize(SignInThrottle.FREE_OF_PAIR);
        }
    }
}
