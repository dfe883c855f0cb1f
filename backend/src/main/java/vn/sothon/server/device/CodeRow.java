package vn.sothon.server.device;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("enrolment_code")
record CodeRow(
        @Id String codeHash,
        String personId,
        long madeAt,
        long expiresAt,
        @Nullable Long usedAt,
        @Nullable String usedKeyId,
        @Nullable String deviceId,
        @Nullable Long refusedAt) {}
