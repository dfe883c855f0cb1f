package vn.sothon.server.plan;

import io.micronaut.http.HttpStatus;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** What a call about plans is answered when it cannot be done: the same codes as at the command line. */
public final class PlanRefusals {
    private PlanRefusals() {}

    public static Refusal of(AdminRefused refused) {
        return new Refusal(status(refused.code()), refused.code());
    }

    public static Refusal of(JsonRefused refused) {
        return new Refusal(HttpStatus.BAD_REQUEST, refused.code(), refused.field());
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "UNKNOWN_PLAN", "UNKNOWN_TASK", "UNKNOWN_RESULT", "UNKNOWN_TARGET", "UNKNOWN_FIGURE", "UNKNOWN_DUTY" ->
                HttpStatus.NOT_FOUND;
            case "NOT_YOUR_TASK", "NOT_YOUR_PLACE" -> HttpStatus.FORBIDDEN;
            case "CORRECTED_ALREADY",
                    "DONE_ALREADY",
                    "NOT_DONE",
                    "FILE_MISSING",
                    "ID_TAKEN",
                    "KEY_TWICE",
                    "PUBLISHED",
                    "WITHDRAWN" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
