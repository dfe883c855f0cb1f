package vn.sothon.server.console.accesslog;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("access_log")
record AccessRow(
        @Id String id,
        long at,
        String personId,
        String role,
        String areaCode,
        String act,
        String kind,
        String ids,
        int idCount) {}
