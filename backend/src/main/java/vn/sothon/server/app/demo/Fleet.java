package vn.sothon.server.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** The headless phones, reached as a tool by its name: this code knows no phone from the inside. */
final class Fleet {
    private final ToolProvider phones;
    private final Path orders;

    Fleet(Path orders) {
        this.phones = ToolProvider.findFirst("phone-fleet")
                .orElseThrow(() -> new IllegalStateException("no headless phones on the class path"));
        this.orders = orders;
    }

    /** Runs one phase of the orders; what the phones printed last is its outcome. */
    JsonNode run(String phase, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = new String[more.length + 3];
        arguments[0] = phase;
        arguments[1] = "--orders";
        arguments[2] = orders.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        int exit;
        try (PrintWriter outWriter = new PrintWriter(out);
                PrintWriter errWriter = new PrintWriter(err)) {
            exit = phones.run(outWriter, errWriter, arguments);
        }
        if (exit != 0) {
            throw new IllegalStateException("the phones could not " + phase + ": " + err);
        }
        String[] lines = out.toString().trim().split("\n", -1);
        try {
            return Json.tolerant(lines[lines.length - 1], JsonNode.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("the phones' answer to " + phase + " cannot be read", e);
        }
    }
}
