package vn.sothon.server.sync.attachments;

/** The bytes that came are not those that were announced: status 460. */
final class ContentMismatch extends RuntimeException {
    private final String code;

    ContentMismatch(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
