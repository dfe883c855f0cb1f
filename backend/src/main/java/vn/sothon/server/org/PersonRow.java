package vn.sothon.server.org;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

@MappedEntity("person")
record PersonRow(@Id String id, String name, String nameSearch, @Nullable String phone, long madeAt, long version) {}
