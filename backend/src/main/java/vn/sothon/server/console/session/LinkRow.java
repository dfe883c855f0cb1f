package vn.sothon.server.console.session;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("console_link")
record LinkRow(@Id String hash, @Nullable String personId, long madeAt, long expiresAt, @Nullable Long usedAt) {}
