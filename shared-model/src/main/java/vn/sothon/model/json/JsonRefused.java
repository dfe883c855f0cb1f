package vn.sothon.model.json;

/** JSON that this contract does not accept, with a stable code and the field it concerns (empty: the whole). */
public final class JsonRefused extends Exception {
    private final String code;
    private final String field;

    public JsonRefused(String code, String field) {
        super(code + (field.isEmpty() ? "" : " at " + field));
        this.code = code;
        this.field = field;
    }

    public String code() {
        return code;
    }

    public String field() {
        return field;
    }
}
