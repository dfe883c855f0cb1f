package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A numbered item of the narrative: its blocks of text, each with the lines that assign it, and the items under it. */
final class OutlineItem {
    enum Kind {
        NUMBER,
        SUB_NUMBER,
        LETTER
    }

    /** Text, and who is to do it by when. */
    static final class Block {
        final List<Line> content = new ArrayList<>();
        final List<Assignment> assignments = new ArrayList<>();
    }

    record Assignment(Column column, List<Line> lines) {}

    final Kind kind;
    final String key;
    final @Nullable OutlineItem parent;
    final int line;
    final boolean skipped;
    final List<Block> blocks = new ArrayList<>();
    final List<OutlineItem> children = new ArrayList<>();

    OutlineItem(Kind kind, String key, @Nullable OutlineItem parent, int line, boolean skipped) {
        this.kind = kind;
        this.key = key;
        this.parent = parent;
        this.line = line;
        this.skipped = skipped;
        blocks.add(new Block());
        if (parent != null) {
            parent.children.add(this);
        }
    }

    Block lastBlock() {
        return blocks.get(blocks.size() - 1);
    }

    boolean isAssigned() {
        return blocks.stream().anyMatch(block -> !block.assignments.isEmpty())
                || children.stream().anyMatch(OutlineItem::isAssigned);
    }

    /** All text lines, those of the items under it included, in the order of the document. */
    List<Line> allContent() {
        List<Line> all = new ArrayList<>();
        blocks.forEach(block -> all.addAll(block.content));
        children.forEach(child -> all.addAll(child.allContent()));
        return all;
    }

    /** The key with its parents', as domain papers cite it: the number as printed, parents joined by a dot. */
    String fullKey() {
        if (parent == null || kind == Kind.SUB_NUMBER) {
            return key;
        }
        return parent.fullKey() + "." + key;
    }
}
