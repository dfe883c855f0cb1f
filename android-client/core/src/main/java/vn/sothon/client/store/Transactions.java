package vn.sothon.client.store;

/** Does several changes wholly or not at all. */
public interface Transactions {
    /** Runs the work; an exception undoes it and comes out. Inside another transaction it joins that one. */
    void atomically(Runnable work);
}
