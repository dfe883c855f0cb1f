package vn.sothon.server.app;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.sothon.server.platform.http.Refusal;

/** Serves the description that the build makes from the controllers. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "sothon",
                        version = "1",
                        description = "The wire between phone and server; docs/protocol.md says what it means."))
@Controller
final class ApiDescription {
    /** Named by the build after title and version. */
    private static final String MADE = "/META-INF/swagger/sothon-1.yml";

    @Hidden
    @Get(value = "/openapi.yml", produces = "application/yaml")
    String description() throws IOException {
        try (InputStream in = ApiDescription.class.getResourceAsStream(MADE)) {
            if (in == null) {
                throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
