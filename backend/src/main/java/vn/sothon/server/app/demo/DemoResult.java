package vn.sothon.server.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import vn.sothon.model.json.Json;

/** The last line of a demonstration. Every figure is counted on reopened stores. */
record DemoResult(
        @JsonProperty("plans") long plans,
        @JsonProperty("tasks") long tasks,
        @JsonProperty("phones") long phones,
        @JsonProperty("recorded") long recorded,
        @JsonProperty("acknowledged") long acknowledged,
        @JsonProperty("stored") long stored,
        @JsonProperty("resent") long resent,
        @JsonProperty("duplicates") long duplicates,
        @JsonProperty("lost") long lost,
        @JsonProperty("tied") long tied,
        @JsonProperty("untied") long untied,
        @JsonProperty("superseded") long superseded,
        @JsonProperty("sheets") long sheets,
        @JsonProperty("acts") long acts,
        @JsonProperty("tiedByPlan") Map<String, Long> tiedByPlan,
        @JsonProperty("attachments") long attachments,
        @JsonProperty("logVerified") boolean logVerified) {

    /**
     * Puts together what both sides hold.
     *
     * @param phones the fleet's count of its reopened stores: figures, each record's id with its hash, and the files named
     * @param files how many of the stored files lie on the disk whole
     */
    static DemoResult of(JsonNode phones, StoredCounts stored, long files, boolean logVerified) {
        long lost = 0;
        for (Map.Entry<String, JsonNode> record : phones.path("hashes").properties()) {
            lost += record.getValue().asText().equals(stored.hashes().get(record.getKey())) ? 0 : 1;
        }
        for (JsonNode file : phones.path("files")) {
            lost += stored.files().contains(file.asText()) ? 0 : 1;
        }
        lost += stored.files().size() - files;
        return new DemoResult(
                stored.plans(),
                stored.tasks(),
                phones.path("phones").asLong(),
                phones.path("recorded").asLong(),
                phones.path("acknowledged").asLong(),
                stored.stored(),
                phones.path("resent").asLong(),
                stored.duplicates(),
                lost,
                stored.tied(),
                stored.untied(),
                stored.superseded(),
                stored.sheets(),
                stored.acts(),
                stored.tiedByPlan(),
                files,
                logVerified);
    }

    /** Nothing lost, nothing twice, the log whole. */
    boolean good() {
        return lost == 0 && duplicates == 0 && logVerified && recorded == stored && recorded == acknowledged;
    }

    String line() {
        return "RESULT " + Json.write(this);
    }
}
