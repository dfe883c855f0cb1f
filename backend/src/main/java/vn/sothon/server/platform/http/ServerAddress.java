package vn.sothon.server.platform.http;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Where this server is reached, once it listens; a command without a listening server knows no address. */
@Singleton
public class ServerAddress {
    private volatile @Nullable String url;
    private volatile @Nullable String certSha256;

    /** Says where it listens, and the SHA-256 of the certificate it made itself, if it did. */
    public void is(String url, @Nullable String certSha256) {
        this.url = url;
        this.certSha256 = certSha256;
    }

    public @Nullable String url() {
        return url;
    }

    public @Nullable String certSha256() {
        return certSha256;
    }
}
