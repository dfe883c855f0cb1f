package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A file that belongs to a record, named by its content.
 *
 * @param sha256 64 lower-case hex digits
 * @param mediaType {@code image/jpeg}, {@code image/png}, {@code audio/mp4}, {@code application/pdf}
 */
public record AttachmentRef(
        @JsonProperty(value = "sha256", required = true) String sha256,
        @JsonProperty(value = "mediaType", required = true) String mediaType,
        @JsonProperty(value = "bytes", required = true) long bytes,
        @JsonProperty(value = "role", required = true) Role role) {

    public enum Role {
        PHOTO,
        SIGNATURE,
        SCAN,
        AUDIO
    }
}
