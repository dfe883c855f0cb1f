package vn.sothon.server.platform.admin;

/** A command that cannot be done as asked: a stable code, and a sentence for whoever typed it. */
public final class AdminRefused extends RuntimeException {
    private final String code;

    public AdminRefused(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        String sentence = getMessage();
        return sentence == null ? code : sentence;
    }
}
