package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What an attempt to sign in comes to. */
@Singleton
class SignIn {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Visitors visitors;
    private final SignInThrottle throttle;

    SignIn(Accounts accounts, Sessions sessions, Visitors visitors, SignInThrottle throttle) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.visitors = visitors;
        this.throttle = throttle;
    }

    sealed interface Outcome {
        record SignedIn(String token) implements Outcome {}

        /** The second factor is to be shown, or set up. */
        record HalfWay(String token, boolean setUp) implements Outcome {}

        record Wrong() implements Outcome {}

        /** The password is right, but nothing is granted that has to do with the console. */
        record NothingGranted() implements Outcome {}

        record Wait(Duration pause) implements Outcome {}
    }

    Outcome withPassword(String userName, String password, InetAddress address) {
        String account = Accounts.userName(userName);
        SignInThrottle.Attempt attempt = throttle.begin(account, address);
        if (attempt.mustWait()) {
            return new Outcome.Wait(attempt.pause());
        }
        Optional<Account> found = accounts.check(userName, password);
        if (found.isEmpty()) {
            return new Outcome.Wrong();
        }
        throttle.succeeded(attempt);
        UUID person = found.get().personId();
        if (visitors.grants(person).isEmpty()) {
            return new Outcome.NothingGranted();
        }
        boolean shown = found.get().secondFactor();
        if (shown || visitors.administers(person)) {
            return new Outcome.HalfWay(sessions.begin(person, Sessions.Stage.PASSWORD), !shown);
        }
        return new Outcome.SignedIn(sessions.begin(person, Sessions.Stage.SIGNED_IN));
    }

    /** The second step; a session of its own begins, so that the half-way one is of no use to anybody. */
    Outcome withCode(String halfWayToken, UUID person, String code, InetAddress address) {
        String account = "code " + person;
        SignInThrottle.Attempt attempt = throttle.begin(account, address);
        if (attempt.mustWait()) {
            return new Outcome.Wait(attempt.pause());
        }
        if (!accounts.takeCode(person, code)) {
            return new Outcome.Wrong();
        }
        throttle.succeeded(attempt);
        sessions.end(halfWayToken);
        return new Outcome.SignedIn(sessions.begin(person, Sessions.Stage.SIGNED_IN));
    }

    /** Whether the password was given right once more, by somebody who is signed in. */
    Outcome again(String token, UUID person, String password, InetAddress address) {
        String account = "again " + person;
        SignInThrottle.Attempt attempt = throttle.begin(account, address);
        if (attempt.mustWait()) {
            return new Outcome.Wait(attempt.pause());
        }
        if (!accounts.isPassword(person, password)) {
            return new Outcome.Wrong();
        }
        throttle.succeeded(attempt);
        sessions.confirm(token);
        return new Outcome.SignedIn(token);
    }
}
