package vn.sothon.app.platform;

import android.content.Context;
import androidx.annotation.NonNull;
import androidx.biometric.BiometricManager;
import androidx.biometric.BiometricPrompt;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.FragmentActivity;

/** What the phone's system offers, on Android 8 too. */
public final class AndroidBiometrics implements Biometrics {
    private static final int KIND = BiometricManager.Authenticators.BIOMETRIC_WEAK;

    private final Context context;

    public AndroidBiometrics(Context context) {
        this.context = context;
    }

    @Override
    public boolean isThere() {
        return BiometricManager.from(context).canAuthenticate(KIND) == BiometricManager.BIOMETRIC_SUCCESS;
    }

    @Override
    public void ask(FragmentActivity over, CharSequence title, CharSequence instead, Runnable known) {
        BiometricPrompt prompt = new BiometricPrompt(
                over, ContextCompat.getMainExecutor(over), new BiometricPrompt.AuthenticationCallback() {
                    @Override
                    public void onAuthenticationSucceeded(@NonNull BiometricPrompt.AuthenticationResult result) {
                        known.run();
                    }
                });
        prompt.authenticate(new BiometricPrompt.PromptInfo.Builder()
                .setTitle(title)
                .setNegativeButtonText(instead)
                .setAllowedAuthenticators(KIND)
                .setConfirmationRequired(false)
                .build());
    }
}
