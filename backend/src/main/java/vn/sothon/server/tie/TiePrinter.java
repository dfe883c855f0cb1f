package vn.sothon.server.tie;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.sync.TieView;

/** Prints ties as they are found, as a JSON array or for reading. */
abstract class TiePrinter implements Closeable {
    final ReasonSentences sentences;

    private TiePrinter(ReasonSentences sentences) {
        this.sentences = sentences;
    }

    static TiePrinter json(PrintWriter out, ReasonSentences sentences) throws IOException {
        return new Json(out, sentences);
    }

    static TiePrinter table(PrintWriter out, ReasonSentences sentences) {
        return new Table(out, sentences);
    }

    abstract void print(String id, TieAnswer answer) throws IOException;

    private static @Nullable String taskKey(TieAnswer answer) {
        return answer instanceof TieAnswer.Tied tied ? tied.task().key() : null;
    }

    private static List<String> alternatives(TieAnswer answer) {
        List<String> keys = new ArrayList<>();
        if (answer instanceof TieAnswer.Tied tied) {
            tied.others().forEach(other -> keys.add(other.task().key()));
        }
        return keys;
    }

    private static final class Json extends TiePrinter {
        private final JsonGenerator json;

        Json(PrintWriter out, ReasonSentences sentences) throws IOException {
            super(sentences);
            json = new JsonFactory().createGenerator(out);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
        }

        @Override
        void print(String id, TieAnswer answer) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("taskKey", taskKey(answer));
            json.writeObjectFieldStart("reason");
            TieView.Reason reason = answer.reason();
            json.writeStringField("code", reason.code());
            json.writeStringField("phrase", reason.phrase());
            json.writeObjectFieldStart("args");
            for (Map.Entry<String, String> arg : new TreeMap<>(reason.args()).entrySet()) {
                json.writeStringField(arg.getKey(), arg.getValue());
            }
            json.writeEndObject();
            json.writeStringField("sentence", sentences.say(reason));
            json.writeEndObject();
            json.writeArrayFieldStart("alternatives");
            for (String key : alternatives(answer)) {
                json.writeString(key);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.writeRaw('\n');
            json.close();
        }
    }

    private static final class Table extends TiePrinter {
        private final PrintWriter out;

        Table(PrintWriter out, ReasonSentences sentences) {
            super(sentences);
            this.out = out;
        }

        @Override
        void print(String id, TieAnswer answer) {
            String key = taskKey(answer);
            List<String> others = alternatives(answer);
            out.printf(
                    "%-24s %-8s %s%n",
                    id, key == null ? "-" : key, others.isEmpty() ? "" : "(" + String.join(", ", others) + ")");
            out.printf("    %s%n", sentences.say(answer.reason()));
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
