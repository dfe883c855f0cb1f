package vn.sothon.server.plan.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of phrases in which the longest that begins at a word is found. */
final class Phrases<V> {
    /** A phrase found: how many words it has and what is said of it. */
    record Found<V>(int length, V value) {}

    private static final class Node<V> {
        private final Map<String, Node<V>> next = new HashMap<>();
        private @Nullable V value;
    }

    private final Node<V> root = new Node<>();

    void add(List<String> keys, V value) {
        Node<V> node = root;
        for (String key : keys) {
            node = node.next.computeIfAbsent(key, k -> new Node<>());
        }
        node.value = value;
    }

    @Nullable
    Found<V> longestAt(List<Token> tokens, int at) {
        Node<V> node = root;
        Found<V> found = null;
        for (int i = at; i < tokens.size(); i++) {
            Node<V> next = node.next.get(tokens.get(i).key());
            if (next == null) {
                break;
            }
            node = next;
            V value = node.value;
            if (value != null) {
                found = new Found<>(i - at + 1, value);
            }
        }
        return found;
    }

    /** The phrase's value if the words are exactly one phrase. */
    @Nullable
    V whole(List<String> keys) {
        Node<V> node = root;
        for (String key : keys) {
            Node<V> next = node.next.get(key);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node.value;
    }
}
