package vn.sothon.server.platform.http;

import java.util.UUID;

/** Who answers: every answer carries both, so that a phone never takes another's word. */
public interface ServerName {
    UUID serverId();

    /** Changes whenever the database may have gone back. */
    long epoch();
}
