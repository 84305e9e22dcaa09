package org.zongwu.notices.outlet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail, by the server that {@code spring.mail.host} names; without one there are no mailboxes. */
@Component
class Mail implements Carrier {
    private final ObjectProvider<JavaMailSender> sender;
    private final String from;

    Mail(ObjectProvider<JavaMailSender> sender, @Value("${zongwu.mail.from:${spring.mail.username:zongwu@localhost}}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public String kind() {
        return "MAIL";
    }

    @Override
    public int longest() {
        return 100_000;
    }

    @Override
    public int aMinute() {
        return 30;
    }

    @Override
    public @Nullable String flaw(String address) {
        if (sender.getIfAvailable() == null) return "rule.notices.no-mail";
        return address.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]+") ? null : "rule.notices.address";
    }

    @Override
    public void send(String address, String subject, String text) throws IOException {
        var by = sender.getIfAvailable();
        if (by == null) throw new IOException("no mail server");
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(subject);
        mail.setText(text);
        try {
            by.send(mail);
        } catch (MailException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }
}
