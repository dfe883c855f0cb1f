package vn.sothon.server.console.session;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("console_session")
record SessionRow(
        @Id String hash,
        String personId,
        String stage,
        @Nullable String grantId,
        long madeAt,
        long seenAt,
        long expiresAt,
        @Nullable Long confirmedAt) {}
