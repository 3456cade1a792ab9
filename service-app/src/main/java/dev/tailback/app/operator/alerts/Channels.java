package dev.tailback.app.operator.alerts;

import jakarta.inject.Singleton;
import java.util.List;

/** The channels that are configured. */
@Singleton
class Channels {

    private final List<Channel> open;

    Channels(List<Channel> all) {
        this.open = all.stream().filter(Channel::isOpen).toList();
    }

    List<ChannelKind> kinds() {
        return open.stream().map(Channel::kind).toList();
    }

    /** @throws NotDelivered also when the channel is configured no more */
    void send(Message message) throws NotDelivered {
        Channel channel = open.stream()
                .filter(one -> one.kind() == message.channel())
                .findFirst()
                .orElseThrow(() -> new NotDelivered("this service app has no such channel"));
        channel.send(message);
    }
}
