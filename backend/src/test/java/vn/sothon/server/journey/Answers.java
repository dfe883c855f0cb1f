package vn.sothon.server.journey;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts answers of a server, for somebody who waits until it is in full work. */
final class Answers {
    private static final int LONGEST_WAIT_S = 60;
    private final CountDownLatch left;

    Answers(int wanted) {
        left = new CountDownLatch(wanted);
    }

    void one() {
        left.countDown();
    }

    void await() throws InterruptedException {
        if (!left.await(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server still owes " + left.getCount() + " answers");
        }
    }
}
