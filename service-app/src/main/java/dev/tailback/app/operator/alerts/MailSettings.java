package dev.tailback.app.operator.alerts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Mail by SMTP.
 *
 * @param host empty: there is none
 * @param user empty: the server asks for none
 * @param encryption {@code starttls}, {@code tls} from the first byte, or {@code none}
 * @param from the sender
 * @param to one or several receivers, with commas between
 */
@ConfigurationProperties("tailback.alerts.mail")
record MailSettings(
        @Bindable(defaultValue = "") String host,
        @Bindable(defaultValue = "587") int port,
        @Bindable(defaultValue = "") String user,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "starttls") String encryption,
        @Bindable(defaultValue = "") String from,
        @Bindable(defaultValue = "") String to) {}
