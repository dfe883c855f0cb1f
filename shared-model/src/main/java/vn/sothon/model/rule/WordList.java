package vn.sothon.model.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A word list beside these classes: UTF-8, one entry a line, columns split by {@code ;}, {@code #} begins a remark. */
final class WordList {
    private WordList() {}

    /** The trimmed columns of each entry. */
    static List<String[]> read(String name, int columns) {
        List<String[]> entries = new ArrayList<>();
        try (InputStream stream = open(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String entry = line.trim();
                if (!entry.isEmpty() && entry.charAt(0) != '#') {
                    entries.add(columns(name, entry, columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return entries;
    }

    static InputStream open(String name) throws IOException {
        InputStream stream = WordList.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("missing from the build: " + name);
        }
        return stream;
    }

    /** Eight hexadecimal digits that change with any of these lists. */
    static String fingerprint(String... names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[4096];
            for (String name : names) {
                try (InputStream stream = open(name)) {
                    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                        digest.update(buffer, 0, n);
                    }
                }
            }
            return String.format(
                    Locale.ROOT, "%08x", ByteBuffer.wrap(digest.digest()).getInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }

    private static String[] columns(String name, String entry, int columns) {
        String[] parts = entry.split(";", columns);
        if (parts.length != columns) {
            throw new IllegalStateException(name + ": " + columns + " columns expected in: " + entry);
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].trim();
        }
        return parts;
    }
}
