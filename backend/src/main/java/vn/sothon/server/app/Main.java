package vn.sothon.server.app;

/** The one entry of sothon.jar. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Sổ Thôn");
    }
}
