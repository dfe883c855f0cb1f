package vn.sothon.server.platform.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.InetAddress;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.http.Refusal;

/** Lets the command line work through the running server: from this machine only, with this start's secret only. */
@Hidden
@Controller("/api/v1/admin")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AdminController {
    private static final String BEARER = "Bearer ";
    private final AdminCommands commands;
    private final AdminToken token;

    AdminController(AdminCommands commands, AdminToken token) {
        this.commands = commands;
        this.token = token;
    }

    @Post(value = "/{command}", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String run(HttpRequest<?> request, String command, @Body String body) throws JsonRefused {
        InetAddress from = request.getRemoteAddress().getAddress();
        boolean thisMachine = from.isLoopbackAddress()
                || from.equals(request.getServerAddress().getAddress());
        // Somebody else's call handed on by a proxy of this machine is not from this machine.
        boolean handedOn = request.getHeaders().contains("X-Forwarded-For")
                || request.getHeaders().contains(HttpHeaders.FORWARDED);
        String offered = request.getHeaders().getAuthorization().orElse("");
        if (!thisMachine || handedOn || !offered.startsWith(BEARER) || !token.is(offered.substring(BEARER.length()))) {
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        return Json.write(commands.run(command, Json.tolerant(body, JsonNode.class)));
    }
}
