package vn.sothon.server.alert;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.sync.push.SealingPhone;

/** Everything a phone is given when it pulls for the first time. */
final class Pulls {
    private Pulls() {}

    static String everything(RunningServer server, SealingPhone phone) throws Exception {
        URI pull = server.address().resolve("/api/v1/sync/pull?limit=1000");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(pull)
                                .header(
                                        "Authorization",
                                        "Bearer " + phone.enrolment().token())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
