package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a phone seals once: head and body are JSON texts whose exact UTF-8 bytes are hashed, stored and exported.
 *
 * @param signature ECDSA-SHA256 (P-256, DER) over {@link Seals#SIGNED_PREFIX} and head, in Base64
 */
public record SealedItem(
        @JsonProperty(value = "head", required = true) String head,
        @JsonProperty(value = "body", required = true) String body,
        @JsonProperty(value = "signature", required = true) String signature) {}
