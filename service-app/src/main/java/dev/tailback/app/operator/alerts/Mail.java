package dev.tailback.app.operator.alerts;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;

/** Sends a message by SMTP. Unless it is told otherwise, it insists on TLS and on the server's own name. */
@Singleton
class Mail implements Channel {

    private static final String MILLIS = "10000";

    private final MailSettings mail;
    private final AlertSettings settings;
    private final ConsoleLink link;

    Mail(MailSettings mail, AlertSettings settings, ConsoleLink link) {
        this.mail = mail;
        this.settings = settings;
        this.link = link;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public boolean isOpen() {
        return !mail.host().isEmpty();
    }

    @Override
    public void send(Message message) throws NotDelivered {
        try {
            Session session = Session.getInstance(properties());
            MimeMessage letter = letter(session, message);
            try (Transport transport = session.getTransport("smtp")) {
                if (mail.user().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(mail.user(), mail.password());
                }
                transport.sendMessage(letter, letter.getAllRecipients());
            }
        } catch (MessagingException failure) {
            throw new NotDelivered(
                    "the mail server did not take it (" + failure.getClass().getSimpleName() + ")", failure);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", String.valueOf(mail.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(!mail.user().isEmpty()));
        properties.setProperty(
                "mail.smtp.ssl.enable", String.valueOf(mail.encryption().equals("tls")));
        boolean startTls = mail.encryption().equals("starttls");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
        properties.setProperty("mail.smtp.timeout", MILLIS);
        properties.setProperty("mail.smtp.writetimeout", MILLIS);
        return properties;
    }

    private MimeMessage letter(Session session, Message message) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress(mail.from(), true));
        letter.setRecipients(jakarta.mail.Message.RecipientType.TO, InternetAddress.parse(mail.to(), true));
        letter.setSubject("[" + settings.name() + "] " + message.title(), "UTF-8");
        letter.setText(text(message), "UTF-8");
        letter.setSentDate(Date.from(message.at()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("Tailback-Delivery", String.valueOf(message.id()));
        return letter;
    }

    private String text(Message message) {
        return message.title() + ".\n\n" + message.message() + "\n\nSince " + message.since() + ", told at "
                + message.at() + ".\n\n" + link.text() + "\n";
    }
}
