package vn.sothon.server.plan.importer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the name under the signer's position. */
final class Signer {
    private static final int FARTHEST = 6;

    private Signer() {}

    static @Nullable String find(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!Patterns.matches("signer.position", lines.get(i).text())) {
                continue;
            }
            for (int j = i + 1; j < lines.size() && j <= i + FARTHEST; j++) {
                String text = lines.get(j).text();
                if (Patterns.matches("signer.position", text)) {
                    continue;
                }
                if (Patterns.matches("signer.name", text) && !Patterns.matches("title.appendix", text)) {
                    return Capitals.isCapitals(text) ? Capitals.lower(text) : text;
                }
            }
        }
        return null;
    }
}
