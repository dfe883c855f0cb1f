package vn.sothon.server.app;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The parts of the server, put together: listening is another step. */
final class ServerContext {
    private ServerContext() {}

    static ApplicationContext start(Map<String, Object> properties) {
        return ApplicationContext.builder()
                .properties(properties)
                .banner(false)
                .deduceEnvironment(false)
                .start();
    }
}
