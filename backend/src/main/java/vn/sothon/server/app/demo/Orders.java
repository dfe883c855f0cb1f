package vn.sothon.server.app.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;

/** What each phone is to do, as the fleet reads it: who works on which day, and how much. */
final class Orders {
    static final String FILE = "orders.json";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode phones;

    Orders(Instant begin, long seed) {
        root.put("startAt", Json.tree(begin).textValue()).put("seed", seed);
        phones = root.putArray("phones");
    }

    int phones() {
        return phones.size();
    }

    void add(Territory territory, List<Territory.PhoneOwner> owners) {
        int first = phones.size();
        for (Territory.PhoneOwner owner : owners) {
            ObjectNode phone = phones.addObject();
            phone.put("name", territory.commune().communeCode() + "-" + (phones.size() - first));
            phone.put("code", owner.code());
            phone.put("role", owner.role().name());
            days(phone.putArray("days"), owner.role());
        }
    }

    private static void days(ArrayNode days, ActingRole role) {
        switch (role) {
            case VILLAGE_HEAD -> {
                visit(days, 2, 3).put("misuse", 1).put("unknownLoans", 1);
                minutes(visit(days, 8, 2), "VILLAGE", "VILLAGE");
            }
            case GROUP_LEADER -> visit(days, 4, 3).put("corrections", 1);
            case ASSOCIATION_OFFICER -> {
                visit(days, 3, 4).put("misuse", 1);
                minutes(visit(days, 10, 3), "GROUP_16TD", "GROUP");
            }
            default -> {
                minutes(day(days, 12), "VILLAGE", "COMMUNE");
                day(days, 13).put("closeRecommendations", 1);
            }
        }
    }

    private static ObjectNode visit(ArrayNode days, int offset, int checks) {
        return day(days, offset).put("checks", checks).put("photos", 1).put("sheet", true);
    }

    private static ObjectNode day(ArrayNode days, int offset) {
        return days.addObject().put("dayOffset", offset);
    }

    private static void minutes(ObjectNode day, String form, String subject) {
        day.putArray("minutes").addObject().put("form", form).put("subject", subject);
    }

    Path write(Path workshop, URI server) throws IOException {
        root.put("server", server.toString())
                .put("folder", workshop.resolve("phones").toString());
        Path file = workshop.resolve(FILE);
        Files.writeString(file, Json.write(root));
        return file;
    }
}
