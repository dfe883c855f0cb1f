package vn.sothon.app.platform;

import java.io.File;
import java.security.SecureRandom;
import vn.sothon.client.session.PhoneClock;

/**
 * The phone under the app.
 *
 * @param folder where the app may keep files of its own
 * @param appVersion of the installed app
 * @param forDevelopers lets plain HTTP to this very machine through
 */
public record Machine(
        File folder,
        PhoneClock clock,
        KeyVault keys,
        Network network,
        Whereabouts whereabouts,
        Biometrics biometrics,
        SecureRandom random,
        String appVersion,
        boolean forDevelopers) {}
