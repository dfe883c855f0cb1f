package vn.sothon.app.platform;

/** What kind of line there is. */
public interface Network {
    /** Whether the present line may cost money by the megabyte; true where nobody can tell. */
    boolean isMetered();
}
