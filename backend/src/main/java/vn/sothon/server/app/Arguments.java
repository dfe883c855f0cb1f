package vn.sothon.server.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Arguments of an admin command; what was not given is left out. */
final class Arguments {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    Arguments with(String name, @Nullable Object value) {
        if (value instanceof Arguments nested) {
            node.set(name, nested.node);
        } else if (value instanceof Boolean flag) {
            node.put(name, flag);
        } else if (value instanceof Integer number) {
            node.put(name, number);
        } else if (value instanceof BigDecimal number) {
            node.put(name, number);
        } else if (value != null) {
            node.put(name, value.toString());
        }
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
