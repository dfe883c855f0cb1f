package vn.sothon.server.console.session;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("console_account")
record AccountRow(
        @Id String personId,
        String userName,
        @Nullable String password,
        @Nullable String totpSecret,
        @Nullable Long totpSince,
        @Nullable Long totpStep,
        long madeAt,
        @Nullable Long closedAt) {}
