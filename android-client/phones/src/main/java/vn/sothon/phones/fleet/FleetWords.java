package vn.sothon.phones.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** What the people of a fleet write into their forms; the words are data. */
record FleetWords(
        @JsonProperty("usedFor") List<String> usedFor,
        @JsonProperty("misusedFor") List<String> misusedFor,
        @JsonProperty("effects") List<String> effects,
        @JsonProperty("nobodyMet") List<String> nobodyMet,
        @JsonProperty("planOfUse") List<String> planOfUse,
        @JsonProperty("measures") List<String> measures,
        @JsonProperty("contents") List<String> contents,
        @JsonProperty("strengths") List<String> strengths,
        @JsonProperty("shortcomings") List<String> shortcomings,
        @JsonProperty("recommendations") List<String> recommendations,
        @JsonProperty("results") List<String> results,
        @JsonProperty("correctionReasons") List<String> correctionReasons,
        @JsonProperty("followed") List<String> followed) {

    private static final String FILE = "words.json";

    static FleetWords load() {
        try (InputStream in = FleetWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return Json.tolerant(new String(in.readAllBytes(), StandardCharsets.UTF_8), FleetWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonRefused e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    static String one(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
